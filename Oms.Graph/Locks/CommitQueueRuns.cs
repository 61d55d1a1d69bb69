using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Domain.Storage;
using Oms.Graph.Events;
using Oms.Graph.Registry;

namespace Oms.Graph.Locks;

/// <summary>Settles commits that wait for the end of a lock: when one ends, and at the start, for those that ended while no server ran.</summary>
internal sealed class CommitQueueRuns(OntologyRegistry registry, CommitQueue queue, EventFeed feed, TimeProvider time, ILogger<CommitQueueRuns> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The branches on which commits may wait.
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (StoreException e)
            {
                log.LogWarning(e, "queued commits could not be settled: {Code}", e.Code);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        // A lock that ends while the queue is read comes as an event.
        var seen = await registry.Store.GetLastSequenceAsync(cancellationToken);
        await SettleAllAsync(cancellationToken);
        await foreach (var item in feed.ReadAsync(seen, cancellationToken))
            if (item.Entry is { } entry)
                await SettleAsync(entry.Record, cancellationToken);
            else
                await SettleAllAsync(cancellationToken);
    }

    private async Task SettleAllAsync(CancellationToken cancellationToken)
    {
        waiting.UnionWith((await queue.ReadAsync(null, QueuedCommitStatus.Waiting, int.MaxValue, cancellationToken)).Select(q => q.Queued.Branch));
        foreach (var branch in waiting.ToArray())
            await SettleAsync(branch, cancellationToken);
    }

    private async Task SettleAsync(EventRecord record, CancellationToken cancellationToken)
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
