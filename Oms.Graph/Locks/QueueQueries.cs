using Oms.Domain.Locks;
using Oms.Engine.Configuration;

namespace Oms.Graph.Locks;

/// <summary>The root field that shows which commits wait for the end of a lock.</summary>
[ExtendObjectType("Query")]
internal static class QueueQueries
{
    private const int MaxShown = 500;

    public static async Task<IReadOnlyList<QueuedCommitNode>> GetQueuedCommitsAsync(
        string branch, QueuedCommitStatus? status, CommitQueue queue, CancellationToken cancellationToken) =>
        [.. (await queue.ReadAsync(branch, status, MaxShown, cancellationToken)).Select(q => new QueuedCommitNode(q.Queued))];
}
