using System.Collections.Immutable;
using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Takes their changes over to our side, element by element.</summary>
internal sealed class ElementMerge(MergeInput input, MergeDraft draft, Decider decider)
{
    private const int MaxUsagesTold = 100;

    private readonly RecordMerge records = new(decider, input.Ours);

    internal void Run()
    {
        // They were found in the order of ids.
        foreach (var (id, others) in input.ByTheirs)
            if (!input.ByOurs.TryGetValue(id, out var mine))
                draft.Put(id, others.After);
            else if (mine.Difference.After != others.Difference.After)
                Merge(id, others.Before, mine.After, others.After);
    }

    private void Merge(ElementId id, Element? b, Element? o, Element? t)
    {
        if (o is null || t is null)
        {
            draft.Put(id, Removed(b!, o, t));
            return;
        }

        var place = Place.Of(o);
        if (b is null)
            decider.Log.Tell(
                place.Ask(ConflictKind.AddAdd, SemanticKind.SameAddition, Severity.Warn) with { Ours = Json(o), Theirs = Json(t) }, "merge_properties");
        draft.PutNormal((Element)records.Merge(b, o, t, place));
    }

    private Element? Removed(Element b, Element? o, Element? t)
    {
        if (new Conversion(input, draft, decider).Follow(b, o, t))
            return null;
        var goes = b.Status == Status.Deprecated;
        var question = Place.Of(o ?? t ?? b).Ask(
            o is null ? ConflictKind.DeleteModify : ConflictKind.ModifyDelete, SemanticKind.DeleteAfterModify, goes ? Severity.Warn : Severity.Error) with
        {
            Base = Json(b), Ours = Json(o), Theirs = Json(t), Consequences = Consequences(b.Id),
            Strategy = goes ? "accept_deletion_of_deprecated" : null,
            Causes = [.. input.CausesOf(b.Id)],
        };
        var kept = decider.Keep(question, b, o, t, goes);
        if (kept is null && decider.Log.IsAnswered(question))
            draft.Severed.Add(b.Id);
        return kept;
    }

    // Who would be left without it: on either side, since the side that deleted it has taken its own uses away.
    private ImmutableArray<Usage> Consequences(ElementId id) =>
        [.. input.Ours.UsagesOf(id).Union(input.Theirs.UsagesOf(id)).Take(MaxUsagesTold)];

    private static JsonLiteral? Json(Element? element) => element is null ? null : ModelValues.Json(element, element.GetType());
}
