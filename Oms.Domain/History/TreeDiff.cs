using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>What differs between two versions of the ontology; cost follows the difference, not the size.</summary>
public static class TreeDiff
{
    /// <summary>The changes that lead from one version to the other, in the order of element ids.</summary>
    public static ImmutableArray<ElementChange> Compare(Snapshot before, Snapshot after) =>
        [.. after.Map.DifferencesFrom(before.Map).Select(d => Change(d, d.Before.IsEmpty ? null : before.Find(d.Id), d.After.IsEmpty ? null : after.Find(d.Id)))];

    /// <summary>What <see cref="Compare"/> says of a version and the same with writes, each of which changes it, in the order of ids.</summary>
    internal static ImmutableArray<ElementChange> Of(Snapshot before, IEnumerable<SnapshotWrite> writes) =>
        [.. writes.Select(w => Change(w, before.EntryOf(w.Id)))];

    /// <summary>The change that a difference stands for, between these two definitions of it.</summary>
    internal static ElementChange Change(MerkleDifference difference, Element? old, Element? now)
    {
        var operation = (old, now) switch
        {
            (null, _) => ChangeOperation.Create,
            (_, null) => ChangeOperation.Delete,
            _ when old.Name != now.Name => ChangeOperation.Rename,
            _ => ChangeOperation.Update,
        };
        return new ElementChange(difference.Id, operation, (now ?? old)!.Name, difference.Before, difference.After);
    }

    private static ElementChange Change(SnapshotWrite write, SnapshotEntry? before) =>
        Change(new MerkleDifference(write.Id, before?.Hash ?? default, write.Hash), before?.Element, write.After);
}
