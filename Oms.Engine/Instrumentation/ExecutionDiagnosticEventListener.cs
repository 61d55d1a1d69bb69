using Oms.Engine.Execution;
using Oms.Engine.Response;

namespace Oms.Engine.Instrumentation;

/// <summary>
/// Hears of requests, under the names of Hot Chocolate's class. Derive from it and add it by <c>AddDiagnosticEventListener</c>; what is not
/// overridden costs nothing worth naming. Called on the request's own path: an exception of a listener fails the request.
/// </summary>
public abstract class ExecutionDiagnosticEventListener
{
    /// <summary>A scope that does nothing when it ends.</summary>
    protected static IDisposable EmptyScope => Nothing.Instance;

    /// <summary>A request begins.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Disposed when there is a response, or a stream of them has been opened.</returns>
    public virtual IDisposable ExecuteRequest(OperationRequest request) => EmptyScope;

    /// <summary>The request failed with an exception, which the transport gets.</summary>
    /// <param name="request">The request.</param>
    /// <param name="exception">The exception.</param>
    public virtual void RequestError(OperationRequest request, Exception exception)
    {
    }

    /// <summary>Whether <see cref="ResolveFieldValue"/> is called; false by default. Read once, when the schema is built.</summary>
    public virtual bool EnableResolveFieldValue => false;

    /// <summary>A document that is not in the cache is parsed.</summary>
    /// <param name="document">The document as UTF-8.</param>
    /// <returns>Disposed when it is parsed, or cannot be.</returns>
    public virtual IDisposable ParseDocument(ReadOnlyMemory<byte> document) => EmptyScope;

    /// <summary>A document that is not in the cache, and was parsed, is validated.</summary>
    /// <param name="document">The document as UTF-8.</param>
    /// <returns>Disposed when it is validated.</returns>
    public virtual IDisposable ValidateDocument(ReadOnlyMemory<byte> document) => EmptyScope;

    /// <summary>
    /// A field is resolved by a method or delegate, where <see cref="EnableResolveFieldValue"/> says so; properties are read without being told of.
    /// </summary>
    /// <param name="context">The field. It may be used for another one when the scope has ended.</param>
    /// <returns>Disposed when there is a value, or the resolver has failed.</returns>
    public virtual IDisposable ResolveFieldValue(IResolverContext context) => EmptyScope;

    /// <summary>The document cannot be read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="error">Why.</param>
    public virtual void SyntaxError(OperationRequest request, GraphQLError error)
    {
    }

    /// <summary>The document can be read and not be executed: it breaks a rule or a limit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="errors">Why.</param>
    public virtual void ValidationErrors(OperationRequest request, IReadOnlyList<GraphQLError> errors)
    {
    }

    /// <summary>The request was refused although its document is valid: by its variables, its cost, its time, the right to it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="errors">Why.</param>
    public virtual void RequestErrors(OperationRequest request, IReadOnlyList<GraphQLError> errors)
    {
    }

    /// <summary>Fields of the response failed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="errors">The errors, each with its path, and with its exception where a resolver threw one.</param>
    public virtual void ResolverErrors(OperationRequest request, IReadOnlyList<GraphQLError> errors)
    {
    }

    /// <summary>A subscription was opened.</summary>
    /// <param name="request">The request.</param>
    public virtual void ExecuteSubscription(OperationRequest request)
    {
    }
}
