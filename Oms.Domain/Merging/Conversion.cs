using System.Collections.Frozen;
using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>
/// A definition that one side made into another kind (domain.md 3.5, cross-kind change): a shared property that became a link type is gone
/// under its identity, and there again under the same source or label. What the other side wrote about it meanwhile follows it, where only that
/// changed which every kind has.
/// </summary>
internal sealed class Conversion(MergeInput input, MergeDraft draft, Decider decider)
{
    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.Ordinal, "displayName", "description", "tags", "annotations", "status", "namespace", "visibility", "source");

    /// <summary>Follows; false when it was not converted, or more than its common fields changed.</summary>
    internal bool Follow(Element b, Element? o, Element? t)
    {
        if ((o ?? t) is not { } changed)
            return false;
        var shape = RecordShape.Of(b.GetType());
        var edits = shape.Groups.Where(g => !g.Same(b, changed)).ToList();
        if (!edits.TrueForAll(g => Common.Contains(g.Name)))
            return false;
        var successors = (o is null ? input.ByOurs : input.ByTheirs).Values
            .Where(c => c.Before is null && c.Id.Kind != b.Kind).OrderBy(c => c.Id).Select(c => c.After!).Where(e => IsSame(e, b)).ToList();
        if (successors.Count == 0)
            return false;
        foreach (var successor in successors)
            draft.PutNormal(Edited((Element?)draft.Find(successor.Id) ?? successor, b, changed, edits, o is null));
        var question = Place.Of(changed).Ask(
            o is null ? ConflictKind.DeleteModify : ConflictKind.ModifyDelete, SemanticKind.DeleteAfterModify, Severity.Warn) with
        {
            Base = ModelValues.Json(b, b.GetType()),
            Ours = o is null ? null : ModelValues.Json(o, o.GetType()),
            Theirs = t is null ? null : ModelValues.Json(t, t.GetType()),
            Causes = [.. successors.Select(e => e.Id).Prepend(b.Id).SelectMany(input.CausesOf)],
        };
        decider.Log.Tell(question, "follow_conversion");
        return true;
    }

    private static bool IsSame(Element successor, Element b) => (b.Source is not null && successor.Source == b.Source)
        || (!b.DisplayName.IsEmpty && ModelValues.Same(successor.DisplayName, b.DisplayName));

    // The successor stands for the side that converted, the edited one for the other; before both stood what it was.
    private Element Edited(Element successor, Element b, Element changed, List<FieldGroup> edits, bool convertedByOurs)
    {
        var records = new RecordMerge(decider, input.Ours);
        var (before, after) = (Like(successor, b, edits), Like(successor, changed, edits));
        return convertedByOurs
            ? (Element)records.Merge(before, successor, after, Place.Of(successor))
            : (Element)records.Merge(before, after, successor, Place.Of(successor));
    }

    private static Element Like(Element successor, Element other, List<FieldGroup> edits)
    {
        var shape = RecordShape.Of(successor.GetType());
        var like = shape.Like(successor);
        foreach (var group in shape.Groups)
            group.Copy(edits.Exists(g => g.Name == group.Name) ? other : successor, like);
        return (Element)like;
    }
}
