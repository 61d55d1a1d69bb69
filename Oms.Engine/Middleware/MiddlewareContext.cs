using System.Security.Claims;
using Oms.Engine.Execution;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>What the middleware of one field is called with; fields without middleware have none of it.</summary>
/// <param name="resolver">What the resolver is called with.</param>
internal sealed class MiddlewareContext(ResolverContext resolver) : IMiddlewareContext
{
    /// <summary>What the resolver is called with.</summary>
    public ResolverContext Resolver { get; set; } = resolver;

    /// <inheritdoc/>
    public object? Result { get; set; }

    /// <inheritdoc/>
    public Schema Schema => Resolver.Schema;

    /// <inheritdoc/>
    public ObjectType ObjectType => Resolver.ObjectType;

    /// <inheritdoc/>
    public FieldDefinition Field => Resolver.Field;

    /// <inheritdoc/>
    public string ResponseName => Resolver.ResponseName;

    /// <inheritdoc/>
    public object? Parent => Resolver.Parent;

    /// <inheritdoc/>
    public IReadOnlyList<object> Path => Resolver.Path;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Arguments => Resolver.Arguments;

    /// <inheritdoc/>
    public IServiceProvider Services => Resolver.Services;

    /// <inheritdoc/>
    public ClaimsPrincipal User => Resolver.User;

    /// <inheritdoc/>
    public IDictionary<string, object?> ContextData => Resolver.ContextData;

    /// <inheritdoc/>
    public object? EventMessage => Resolver.EventMessage;

    /// <inheritdoc/>
    public CancellationToken RequestAborted => Resolver.RequestAborted;

    /// <inheritdoc/>
    public T DataLoader<T>()
        where T : class => Resolver.DataLoader<T>();

    /// <inheritdoc/>
    public void ReportError(GraphQLError error) => Resolver.ReportError(error);
}
