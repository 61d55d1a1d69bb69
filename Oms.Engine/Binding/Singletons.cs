using Microsoft.Extensions.DependencyInjection;

namespace Oms.Engine.Binding;

/// <summary>
/// The services of which an application has one instance. Resolvers that ask for nothing else need no scope, which ASP.NET Core would make for
/// the request.
/// </summary>
/// <param name="registered">The services as they were registered; null when nobody knows, and then none is taken for a singleton.</param>
/// <param name="root">The application's services.</param>
internal sealed class Singletons(IServiceCollection? registered, IServiceProvider root)
{
    /// <summary>The one instance of a service, made when it is first asked for; null for a service that is none.</summary>
    /// <param name="type">The service.</param>
    /// <returns>A <see cref="SingletonService{T}"/> of the type.</returns>
    public object? Find(Type type) => registered?.LastOrDefault(s => s.ServiceType == type && !s.IsKeyedService) is { Lifetime: ServiceLifetime.Singleton }
        ? Activator.CreateInstance(typeof(SingletonService<>).MakeGenericType(type), root)
        : null;
}
