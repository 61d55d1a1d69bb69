using Oms.Domain.Locks;
using Oms.Domain.Refusals;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>WithdrawQueuedCommitPayload</c>.</summary>
internal sealed class WithdrawQueuedCommitPayload(Result<QueuedCommit> result)
{
    public QueuedCommitNode? Queued => result.IsOk ? new(result.Value) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
