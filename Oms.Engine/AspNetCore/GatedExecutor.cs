using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore;

/// <summary>Executes the operations of one socket through the gate of its endpoint.</summary>
internal sealed class GatedExecutor(IRequestExecutor inner, RequestGate gate, HttpContext context) : IRequestExecutor
{
    /// <inheritdoc/>
    public Schema Schema => inner.Schema;

    /// <inheritdoc/>
    public ValueTask<Schema> GetSchemaAsync(ClaimsPrincipal user, IServiceProvider requestServices, CancellationToken cancellationToken) =>
        inner.GetSchemaAsync(user, requestServices, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default) =>
        gate.ExecuteAsync(inner, context, request, cancellationToken);
}
