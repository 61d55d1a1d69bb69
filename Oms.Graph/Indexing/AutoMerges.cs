using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Graph.Events;
using Oms.Graph.Registry;

namespace Oms.Graph.Indexing;

/// <summary>
/// Tries branches that ask to be merged by itself: when they become ready, when something they wait for may have changed, and at the start,
/// for what became ready while no server ran.
/// </summary>
internal sealed class AutoMerges(OntologyRegistry registry, AutoMergeCommand command, EventFeed feed, TimeProvider time, ILogger<AutoMerges> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Those that wait, with the branch that they are merged into.
    private readonly Dictionary<string, string> waiting = new(StringComparer.Ordinal);

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
                log.LogWarning(e, "branches that wait to be merged could not be read: {Code}", e.Code);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        // What becomes ready while the branches are read comes as an event.
        var seen = await registry.Store.GetLastSequenceAsync(cancellationToken);
        await TryAllAsync(cancellationToken);
        await foreach (var item in feed.ReadAsync(seen, cancellationToken))
            if (item.Entry is { } entry)
                await TryAsync(entry.Record, cancellationToken);
            else
                await TryAllAsync(cancellationToken);
    }

    private async Task TryAllAsync(CancellationToken cancellationToken)
    {
        foreach (var branch in await registry.GetBranchesAsync(cancellationToken))
            if (branch is { AutoMerge: not null, State: BranchState.Ready })
                await TryAsync(branch.Name, cancellationToken);
    }

    private async Task TryAsync(EventRecord record, CancellationToken cancellationToken)
    {
        // What it says itself is no news to it.
        if (record.Branch is not { } changed || record.Type == EventTypes.AutoMergeHeld)
            return;
        if (record.Type is EventTypes.BranchStateChanged or EventTypes.AutoMergeChanged || waiting.ContainsKey(changed))
            await TryAsync(BranchName.Trusted(changed), cancellationToken);
        if (waiting.Count > 0)
            foreach (var (from, _) in waiting.Where(w => w.Value == changed).ToArray())
                await TryAsync(BranchName.Trusted(from), cancellationToken);
    }

    private async Task TryAsync(BranchName name, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await command.TryAsync(name, cancellationToken) && await registry.GetBranchAsync(name, cancellationToken) is { AutoMerge: { } policy })
                    waiting[name.Value] = policy.Into.Value;
                else
                    waiting.Remove(name.Value);
                return;
            }
            catch (StoreException e)
            {
                // The store is away: the branch stays ready, and is tried until it is known.
                log.LogWarning(e, "'{Branch}' could not be merged by itself: {Code}", name.Value, e.Code);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}
