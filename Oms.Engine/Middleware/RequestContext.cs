using System.Security.Claims;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Engine.Middleware;

/// <summary>What the middleware of one request is called with; servers without request middleware make none.</summary>
/// <param name="request">The request.</param>
/// <param name="schema">The schema.</param>
/// <param name="document">The document.</param>
/// <param name="plan">The compiled operation.</param>
/// <param name="values">Its variables.</param>
/// <param name="application">The services the executor was built with.</param>
/// <param name="cancellationToken">Given with the request.</param>
internal sealed class RequestContext(
    OperationRequest request, Schema schema, DocumentNode document, OperationPlan plan, VariableValues values, IServiceProvider application, CancellationToken cancellationToken) : IRequestContext
{
    private IReadOnlyDictionary<string, object?>? variables;

    /// <summary>Executes what this is the context of.</summary>
    public required Func<OperationRequest, ValueTask<IExecutionResult>> Execute { get; init; }

    /// <inheritdoc/>
    public OperationRequest Request { get; private set; } = request;

    /// <inheritdoc/>
    public Schema Schema => schema;

    /// <inheritdoc/>
    public DocumentNode Document => document;

    /// <inheritdoc/>
    public OperationDefinitionNode Operation => plan.Node;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, object?> Variables => variables ??= values.Definitions.Zip(values.Values)
        .Where(v => v.Second != Absent.Value).ToDictionary(v => v.First.Name, v => v.Second, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IServiceProvider Services => Request.ServicesOr(application);

    /// <inheritdoc/>
    public ClaimsPrincipal User => Request.Principal;

    /// <inheritdoc/>
    public IDictionary<string, object?> ContextData
    {
        get
        {
            if (Request.ContextData is null)
                Request = Request.WithContextData(new Dictionary<string, object?>(StringComparer.Ordinal));
            return Request.ContextData!;
        }
    }

    /// <inheritdoc/>
    public CancellationToken RequestAborted => Request.AbortedOr(cancellationToken);

    /// <inheritdoc/>
    public IExecutionResult? Result { get; set; }
}
