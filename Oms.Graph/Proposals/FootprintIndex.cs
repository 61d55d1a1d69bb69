using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Merging;

namespace Oms.Graph.Proposals;

/// <summary>
/// What open branches change, by what they could meet each other in: so that a branch is held against those that touch the same, and not against
/// all there are. Not safe for several threads.
/// </summary>
internal sealed class FootprintIndex
{
    private readonly Dictionary<(BranchName Target, BranchName Branch), (ObjectHash Head, ChangeFootprint Footprint)> known = [];
    private readonly Dictionary<BranchName, HashSet<BranchName>> targets = [];
    private readonly Dictionary<(BranchName Target, string Key), HashSet<BranchName>> touching = [];
    private readonly Dictionary<(BranchName Target, string Key), HashSet<BranchName>> leaning = [];

    /// <summary>The branches that are known, with their targets.</summary>
    internal IReadOnlyCollection<(BranchName Target, BranchName Branch)> Known => known.Keys;

    /// <summary>True when the footprint of this head is known.</summary>
    internal bool Has(BranchName target, BranchName branch, ObjectHash head) => known.TryGetValue((target, branch), out var entry) && entry.Head == head;

    /// <summary>What a branch changes; null where it is not known.</summary>
    internal ChangeFootprint? Find(BranchName target, BranchName branch) => known.TryGetValue((target, branch), out var entry) ? entry.Footprint : null;

    /// <summary>True when two branches have a target in common in which their changes meet.</summary>
    internal bool Meet(BranchName one, BranchName other) =>
        targets.GetValueOrDefault(one)?.Any(t => Find(t, other) is { } footprint && footprint.Meets(Find(t, one)!)) is true;

    /// <summary>Takes in what a branch changes of its target, in place of what it changed before.</summary>
    internal void Put(BranchName target, BranchName branch, ObjectHash head, ChangeFootprint footprint)
    {
        Remove(target, branch);
        known[(target, branch)] = (head, footprint);
        Add(targets, branch, target);
        foreach (var key in footprint.Touches)
            Add(touching, (target, key), branch);
        foreach (var key in footprint.LeansOn)
            Add(leaning, (target, key), branch);
    }

    /// <summary>Forgets a branch.</summary>
    internal void Remove(BranchName target, BranchName branch)
    {
        if (!known.Remove((target, branch), out var entry))
            return;
        Remove(targets, branch, target);
        foreach (var key in entry.Footprint.Touches)
            Remove(touching, (target, key), branch);
        foreach (var key in entry.Footprint.LeansOn)
            Remove(leaning, (target, key), branch);
    }

    /// <summary>The branches into a target whose changes a change could meet. Cost follows the change and those found.</summary>
    internal HashSet<BranchName> Meeting(BranchName target, ChangeFootprint change)
    {
        var found = new HashSet<BranchName>();
        foreach (var key in change.Touches)
        {
            found.UnionWith(touching.GetValueOrDefault((target, key)) ?? []);
            found.UnionWith(leaning.GetValueOrDefault((target, key)) ?? []);
        }

        foreach (var key in change.LeansOn)
            found.UnionWith(touching.GetValueOrDefault((target, key)) ?? []);
        return found;
    }

    private static void Add<TKey>(Dictionary<TKey, HashSet<BranchName>> index, TKey key, BranchName branch)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var branches))
            index[key] = branches = [];
        branches.Add(branch);
    }

    private static void Remove<TKey>(Dictionary<TKey, HashSet<BranchName>> index, TKey key, BranchName branch)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var branches) && branches.Remove(branch) && branches.Count == 0)
            index.Remove(key);
    }
}
