using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>
/// Every branch in memory. Of two records of one branch the one with the higher version holds, in whatever order they come, so that a
/// late reader never puts an old one back.
/// </summary>
/// <param name="store">Where branches are.</param>
internal sealed class BranchTable(IStore store)
{
    private readonly System.Threading.Lock gate = new();
    private readonly SemaphoreSlim first = new(1, 1);
    private volatile View? view;

    /// <summary>A branch; null when there is none of this name.</summary>
    internal async ValueTask<Branch?> FindAsync(BranchName name, CancellationToken cancellationToken) =>
        (view ?? await LoadAsync(cancellationToken)).ByName.GetValueOrDefault(name);

    /// <summary>Every branch, in the order of names.</summary>
    internal async ValueTask<ImmutableArray<Branch>> AllAsync(CancellationToken cancellationToken) =>
        (view ?? await LoadAsync(cancellationToken)).Ordered;

    /// <summary>Takes a record that was read or written, unless a newer one is here.</summary>
    internal void Put(Branch branch)
    {
        lock (gate)
            if (view is { } now && (!now.ByName.TryGetValue(branch.Name, out var known) || known.Version < branch.Version))
                view = new View(now.ByName.SetItem(branch.Name, branch));
    }

    /// <summary>Takes in a branch as the store has it.</summary>
    internal async ValueTask RefreshAsync(BranchName name, CancellationToken cancellationToken)
    {
        if (await store.GetBranchAsync(name, cancellationToken) is { } kept)
            Put(kept);
    }

    /// <summary>Takes in what another process has written.</summary>
    internal async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        foreach (var branch in await store.GetBranchesAsync(cancellationToken))
            Put(branch);
    }

    private async ValueTask<View> LoadAsync(CancellationToken cancellationToken)
    {
        await first.WaitAsync(cancellationToken);
        try
        {
            if (view is { } known)
                return known;
            var all = await store.GetBranchesAsync(cancellationToken);
            lock (gate)
                return view = new View(all.ToImmutableSortedDictionary(b => b.Name, b => b));
        }
        finally
        {
            first.Release();
        }
    }

    private sealed class View(ImmutableSortedDictionary<BranchName, Branch> byName)
    {
        private ImmutableArray<Branch> ordered;

        internal ImmutableSortedDictionary<BranchName, Branch> ByName { get; } = byName;

        // Made when somebody asks, not with each write.
        internal ImmutableArray<Branch> Ordered => ordered.IsDefault ? ordered = [.. ByName.Values] : ordered;
    }
}
