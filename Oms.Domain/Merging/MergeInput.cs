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

    internal IReadOnlyDictionary<ElementId, ElementChange> ByOurs { get; }

    internal IReadOnlyDictionary<ElementId, ElementChange> ByTheirs { get; }

    /// <summary>Who changed an element: ours first.</summary>
    internal IEnumerable<Cause> CausesOf(ElementId id)
    {
        if (ByOurs.TryGetValue(id, out var mine))
            yield return new Cause(MergeSide.Ours, mine.Operation, id, mine.Name);
        if (ByTheirs.TryGetValue(id, out var others))
            yield return new Cause(MergeSide.Theirs, others.Operation, id, others.Name);
    }

    private static Dictionary<ElementId, ElementChange> Changes(Snapshot before, Snapshot after) =>
        TreeDiff.Compare(before, after).ToDictionary(c => c.Element);
}
