using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>What differs between two versions of the ontology; cost follows the difference, not the size.</summary>
public static class TreeDiff
{
    /// <summary>The changes that lead from one version to the other, in the order of element ids.</summary>
    public static ImmutableArray<ElementChange> Compare(Snapshot before, Snapshot after) =>
        [.. after.Map.DifferencesFrom(before.Map).Select(d => Change(d, before, after))];

    private static ElementChange Change(MerkleDifference difference, Snapshot before, Snapshot after)
    {
        var old = difference.Before.IsEmpty ? null : before.Find(difference.Id);
        var now = difference.After.IsEmpty ? null : after.Find(difference.Id);
        var operation = (old, now) switch
        {
            (null, _) => ChangeOperation.Create,
            (_, null) => ChangeOperation.Delete,
            _ when old.Name != now.Name => ChangeOperation.Rename,
            _ => ChangeOperation.Update,
        };
        return new ElementChange(difference.Id, operation, (now ?? old)!.Name, difference.Before, difference.After);
    }
}
