using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Graph.Events;
using Oms.Graph.Registry;

namespace Oms.Graph.Indexing;

/// <summary>
/// Tries branches that ask to be merged by itself: when they become ready, when something they wait for may have changed, and at the start,
/// for what became ready while no server ran.
/// </summary>
internal sealed class AutoMerges(OntologyRegistry registry, AutoMergeCommand command, EventFeed feed, TimeProvider time, ILogger<AutoMerges> log)
    : EventFollower(registry, feed, time, log)
{
    // Those that wait, with the branch that they are merged into.
    private readonly Dictionary<string, string> waiting = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string Work => "merging branches by themselves";

    /// <inheritdoc/>
    protected override async Task TakeAllAsync(CancellationToken cancellationToken)
    {
        foreach (var branch in await Registry.GetBranchesAsync(cancellationToken))
            if (branch is { AutoMerge: not null, State: BranchState.Ready })
                await TryAsync(branch.Name, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task TakeAsync(EventRecord record, CancellationToken cancellationToken)
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
        if (await command.TryAsync(name, cancellationToken) && await Registry.GetBranchAsync(name, cancellationToken) is { AutoMerge: { } policy })
            waiting[name.Value] = policy.Into.Value;
        else
            waiting.Remove(name.Value);
    }
}
