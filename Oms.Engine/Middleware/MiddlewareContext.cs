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
    public ResolverContext Resolver => resolver;

    /// <inheritdoc/>
    public object? Result { get; set; }

    /// <inheritdoc/>
    public Schema Schema => resolver.Schema;

    /// <inheritdoc/>
    public ObjectType ObjectType => resolver.ObjectType;

    /// <inheritdoc/>
    public FieldDefinition Field => resolver.Field;

    /// <inheritdoc/>
    public string ResponseName => resolver.ResponseName;

    /// <inheritdoc/>
    public object? Parent => resolver.Parent;

    /// <inheritdoc/>
    public IReadOnlyList<object> Path => resolver.Path;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Arguments => resolver.Arguments;

    /// <inheritdoc/>
    public IServiceProvider Services => resolver.Services;

    /// <inheritdoc/>
    public ClaimsPrincipal User => resolver.User;

    /// <inheritdoc/>
    public IDictionary<string, object?> ContextData => resolver.ContextData;

    /// <inheritdoc/>
    public object? EventMessage => resolver.EventMessage;

    /// <inheritdoc/>
    public CancellationToken RequestAborted => resolver.RequestAborted;

    /// <inheritdoc/>
    public T DataLoader<T>()
        where T : class => resolver.DataLoader<T>();

    /// <inheritdoc/>
    public void ReportError(GraphQLError error) => resolver.ReportError(error);
}
