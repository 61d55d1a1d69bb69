using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// What differs between two versions of an ontology, by identity: per element, then per member and field, so that a rename is one and a move
/// is one. Cost follows the difference: subtrees of equal hash are never entered.
/// </summary>
public static class SemanticDiff
{
    /// <summary>The differences in the order of element ids; of one element first those of itself, then those of its members in their order.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public static ImmutableArray<DiffEntry> Compare(Snapshot before, Snapshot after)
    {
        var entries = ImmutableArray.CreateBuilder<DiffEntry>();
        foreach (var change in TreeDiff.Compare(before, after))
            Compare(before.HashOf(change.Element) is null ? null : before.Find(change.Element), after.Find(change.Element), entries);
        return entries.ToImmutable();
    }

    /// <summary>The differences of one element, which is there in one of the versions at least.</summary>
    internal static ImmutableArray<DiffEntry> OfElement(Element? before, Element? after)
    {
        var entries = ImmutableArray.CreateBuilder<DiffEntry>();
        Compare(before, after, entries);
        return entries.ToImmutable();
    }

    private static void Compare(Element? before, Element? after, ImmutableArray<DiffEntry>.Builder entries)
    {
        var writer = new DiffWriter((after ?? before)!, entries);
        if (before is null || after is null)
            writer.Whole(before is null ? DiffOperation.Add : DiffOperation.Delete, before, after, Place.Of((after ?? before)!));
        else
            writer.Record(before, after, Place.Of(after));
    }
}
