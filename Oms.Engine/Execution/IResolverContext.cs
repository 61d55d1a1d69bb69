using System.Security.Claims;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>What a resolver may know of the request and of its place in it. Valid only while the resolver runs.</summary>
public interface IResolverContext
{
    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The object type the field is resolved on.</summary>
    public ObjectType ObjectType { get; }

    /// <summary>The field being resolved.</summary>
    public FieldDefinition Field { get; }

    /// <summary>The name under which the value stands in the response.</summary>
    public string ResponseName { get; }

    /// <summary>The object the field is resolved on; null only at the root when there is no root value.</summary>
    public object? Parent { get; }

    /// <summary>Where the value will stand in the response: response names and list indices (spec 7.1.2).</summary>
    public IReadOnlyList<object> Path { get; }

    /// <summary>The coerced arguments (spec 6.4.1) in the order of the field's definition; absent ones are absent.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; }

    /// <summary>Services of the request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User { get; }

    /// <summary>State shared by all resolvers of the request.</summary>
    public IDictionary<string, object?> ContextData { get; }

    /// <summary>The event of a subscription that is being answered; null otherwise.</summary>
    public object? EventMessage { get; }

    /// <summary>Cancelled when the request is aborted or has run out of time.</summary>
    public CancellationToken RequestAborted { get; }

    /// <summary>The request's DataLoader of a type; made at the first call.</summary>
    /// <typeparam name="T">The loader's class or a type it was registered under.</typeparam>
    /// <returns>The loader.</returns>
    public T DataLoader<T>()
        where T : class;

    /// <summary>Adds an error at this field's path. The field's own value stays as it is.</summary>
    /// <param name="error">The error; location and path are filled in when it has none.</param>
    public void ReportError(Response.GraphQLError error);
}
