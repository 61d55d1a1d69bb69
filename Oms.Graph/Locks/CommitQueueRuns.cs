using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Graph.Events;
using Oms.Graph.Registry;

namespace Oms.Graph.Locks;

/// <summary>Settles commits that wait for the end of a lock: when one ends, and at the start, for those that ended while no server ran.</summary>
internal sealed class CommitQueueRuns(OntologyRegistry registry, CommitQueue queue, EventFeed feed, TimeProvider time, ILogger<CommitQueueRuns> log)
    : EventFollower(registry, feed, time, log)
{
    // The branches on which commits may wait.
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string Work => "settling queued commits";

    /// <inheritdoc/>
    protected override async Task TakeAllAsync(CancellationToken cancellationToken)
    {
        waiting.UnionWith((await queue.ReadAsync(null, QueuedCommitStatus.Waiting, int.MaxValue, cancellationToken)).Select(q => q.Queued.Branch));
        foreach (var branch in waiting.ToArray())
            await SettleAsync(branch, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task TakeAsync(EventRecord record, CancellationToken cancellationToken)
    {
        if (record is { Type: EventTypes.CommitQueued, Branch: { } queuedOn })
            waiting.Add(queuedOn);

        // A lock may have ended between the decision to queue and this event, so being queued is a reason to look as well.
        if (record.Branch is { } branch && waiting.Contains(branch)
            && record.Type is EventTypes.CommitQueued or EventTypes.LockReleased or EventTypes.LockExpired or EventTypes.LockNarrowed or EventTypes.BranchStateChanged)
            await SettleAsync(branch, cancellationToken);
    }

    private async Task SettleAsync(string branch, CancellationToken cancellationToken)
    {
        var name = BranchName.Trusted(branch);
        await queue.SettleAsync(name, cancellationToken);
        if (await queue.CountAsync(name, cancellationToken) == 0)
            waiting.Remove(branch);
    }
}
