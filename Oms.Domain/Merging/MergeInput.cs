using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Three versions, and what each side changed; equal subtrees are never entered.</summary>
internal sealed class MergeInput
{
    internal MergeInput(Snapshot @base, Snapshot ours, Snapshot theirs)
    {
        (Base, Ours, Theirs) = (@base, ours, theirs);
        ByOurs = Changes(@base, ours);
        ByTheirs = Changes(@base, theirs);
    }

    internal Snapshot Base { get; }

    internal Snapshot Ours { get; }

    internal Snapshot Theirs { get; }

    internal Dictionary<ElementId, SideChange> ByOurs { get; }

    internal Dictionary<ElementId, SideChange> ByTheirs { get; }

    /// <summary>The hash of a definition on our side; empty where there is none.</summary>
    internal ObjectHash OurHashOf(ElementId id) =>
        ByOurs.TryGetValue(id, out var mine) ? mine.Difference.After
        : ByTheirs.TryGetValue(id, out var others) ? others.Difference.Before
        : Ours.HashOf(id) ?? default;

    /// <summary>The hash of an element that stands in the base or on their side, as this very object; null for any other.</summary>
    internal ObjectHash? KnownHashOf(Element element)
    {
        if (!ByTheirs.TryGetValue(element.Id, out var change))
            return ReferenceEquals(element, Base.Find(element.Id)) || ReferenceEquals(element, Theirs.Find(element.Id)) ? Base.HashOf(element.Id) : null;
        return ReferenceEquals(element, change.After) ? change.Difference.After : ReferenceEquals(element, change.Before) ? change.Difference.Before : null;
    }

    /// <summary>Who changed an element: ours first.</summary>
    internal IEnumerable<Cause> CausesOf(ElementId id)
    {
        if (ByOurs.TryGetValue(id, out var mine))
            yield return CauseOf(MergeSide.Ours, mine);
        if (ByTheirs.TryGetValue(id, out var others))
            yield return CauseOf(MergeSide.Theirs, others);
    }

    private static Cause CauseOf(MergeSide side, SideChange change)
    {
        var told = TreeDiff.Change(change.Difference, change.Before, change.After);
        return new Cause(side, told.Operation, told.Element, told.Name);
    }

    private static Dictionary<ElementId, SideChange> Changes(Snapshot before, Snapshot after)
    {
        var differences = after.Map.DifferencesFrom(before.Map);
        var changes = new Dictionary<ElementId, SideChange>(differences.Length);
        foreach (var difference in differences)
            changes.Add(difference.Id, new SideChange(
                difference, difference.Before.IsEmpty ? null : before.Find(difference.Id), difference.After.IsEmpty ? null : after.Find(difference.Id)));
        return changes;
    }
}
