using Microsoft.Extensions.DependencyInjection;

namespace Oms.Engine.Middleware;

/// <summary>Gives a resolver a scope of services of its own.</summary>
internal static class ResolverScope
{
    /// <summary>Makes the scope for one call, and ends it.</summary>
    public static FieldDelegate Middleware(FieldDelegate next) => async context =>
    {
        var own = (MiddlewareContext)context;
        var before = own.Resolver;
        await using var scope = own.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        own.Resolver = before.WithServices(scope.ServiceProvider);
        try
        {
            await next(own);
        }
        finally
        {
            own.Resolver = before;
        }
    };
}
