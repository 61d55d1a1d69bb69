using System.Security.Claims;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>What request middleware may know of a request that is about to be executed: it was parsed, is valid, and its variables are coerced.</summary>
public interface IRequestContext
{
    /// <summary>The request, as the transport handed it in.</summary>
    public OperationRequest Request { get; }

    /// <summary>The schema it is executed against.</summary>
    public Schema Schema { get; }

    /// <summary>The document.</summary>
    public DocumentNode Document { get; }

    /// <summary>The operation of the document that is executed.</summary>
    public OperationDefinitionNode Operation { get; }

    /// <summary>The coerced variables (spec 6.1.2) by name, without the dollar sign; those that were not given and have no default are absent.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; }

    /// <summary>Services of the request.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal User { get; }

    /// <summary>State shared with all resolvers of the request, and with everything else of its HTTP request or socket.</summary>
    public IDictionary<string, object?> ContextData { get; }

    /// <summary>Cancelled when the client has gone away.</summary>
    public CancellationToken RequestAborted { get; }

    /// <summary>
    /// The answer: null until the next delegate has completed, or whoever answers instead has set it. An <see cref="OperationResult"/>, or a
    /// <see cref="ResponseStream"/> for a subscription that has started and for a response in parts. Whoever puts another in its place disposes of it.
    /// </summary>
    public IExecutionResult? Result { get; set; }
}
