using Oms.Engine.Execution;

namespace Oms.Engine.Middleware;

/// <summary>What field middleware may know of the request and of the field's place in it. Valid only while the field is resolved.</summary>
public interface IMiddlewareContext : IResolverContext
{
    /// <summary>
    /// The field's value: what the resolver returned once the next delegate has completed, and what is written in the end. A
    /// <see cref="Response.GraphQLError"/> fails the field.
    /// </summary>
    public object? Result { get; set; }
}
