using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;

namespace Oms.Domain.Merging;

/// <summary>
/// Puts back to one side as little as makes a rule hold again: a smallest set of places none of which can stay as merged, those first that
/// lie nearest to what the rule speaks of (Junker's QuickXplain). Whole elements, and elements that are only referred to, go back where
/// less is not enough.
/// </summary>
internal sealed class Restoration(MergeInput input, MergeDraft draft, MergeCheck check, Breach breach, Snapshot merged)
{
    // What is told of an element depends on whether the merge wrote it.
    private readonly List<ElementId> written =
        [.. breach.Involved.Append(breach.Written).Append(breach.Broken).Where(draft.Writes.ContainsKey).Distinct()];

    private Dictionary<string, int> before = [];

    /// <summary>Puts back to a side; false when only putting back everything could help.</summary>
    /// <param name="choice">The side.</param>
    /// <param name="isLater">True when other answers were carried out since the rule was found broken, and may have put it right already.</param>
    internal bool Run(ResolutionChoice choice, bool isLater)
    {
        before = Told(merged, written, merged.Find);
        if (!before.ContainsKey(TargetKey()))
            return isLater;
        var side = choice == ResolutionChoice.Ours ? input.Ours : choice == ResolutionChoice.Theirs ? input.Theirs : input.Base;
        var places = choice == ResolutionChoice.Base ? OfBoth() : Least(side);
        if (places is null || !Holds(places, side))
            return false;
        foreach (var (id, element) in Restored(places, side))
            draft.Put(id, element);
        return true;
    }

    // To go back to before both is to take back what would make room for either.
    private List<EditPlace>? OfBoth() =>
        Least(input.Ours) is { } mine && Least(input.Theirs) is { } others && mine.Union(others).ToList() is var both && Holds(both, input.Base)
            ? both
            : Least(input.Base);

    private List<EditPlace>? Least(Snapshot side)
    {
        var named = NamedItem();
        var places = breach.Involved
            .SelectMany(id => ElementEdits.Between(id, merged.Find(id), side.Find(id)))
            .Select(p => (Place: p, Distance: breach.DistanceOf(p, named)))
            .OrderBy(p => p.Distance).ToList();
        for (var reach = 2; reach <= 3; reach++)
            if (places.Where(p => p.Distance <= reach).Select(p => p.Place).ToList() is { Count: > 0 } candidates && Holds(candidates, side))
            {
                var least = Needed([], false, candidates, side);
                return Holds(least, side) ? least : candidates;
            }

        return null;
    }

    private List<EditPlace> Needed(List<EditPlace> kept, bool grew, List<EditPlace> candidates, Snapshot side)
    {
        if (grew && Holds(kept, side))
            return [];
        if (candidates.Count == 1)
            return candidates;
        var half = candidates.Count / 2;
        var (nearer, further) = (candidates[..half], candidates[half..]);
        var fromFurther = Needed([.. kept, .. nearer], true, further, side);
        return [.. Needed([.. kept, .. fromFurther], fromFurther.Count > 0, nearer, side), .. fromFurther];
    }

    // The rule holds, and nothing else is wrong that was not.
    private bool Holds(IReadOnlyList<EditPlace> places, Snapshot side)
    {
        var restored = Restored(places, side);
        var after = Told(
            merged.With([.. restored.OrderBy(r => r.Key).Where(r => Differs(r.Key, r.Value)).Select(r => Write(r.Key, r.Value))]),
            written.Union(restored.Keys),
            id => restored.TryGetValue(id, out var element) ? element : merged.Find(id));
        return after.GetValueOrDefault(TargetKey()) < before[TargetKey()] && after.All(a => a.Value <= before.GetValueOrDefault(a.Key));
    }

    private bool Differs(ElementId id, Element? element) => element is not null || merged.HashOf(id) is not null;

    private Dictionary<ElementId, Element?> Restored(IReadOnlyList<EditPlace> places, Snapshot side) => places
        .GroupBy(p => p.Element)
        .ToDictionary(g => g.Key, g => ElementEdits.With(merged.Find(g.Key), side.Find(g.Key), [.. g]));

    private Dictionary<string, int> Told(Snapshot snapshot, IEnumerable<ElementId> touched, Func<ElementId, Element?> find)
    {
        List<ElementId> order = [.. touched.Order()];
        return check.Run(snapshot, order, find)
            .GroupBy(v => Key(v, MergeCheck.Dependent(v) ?? MergeCheck.Subject(v, order)), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    private string TargetKey() => Key(breach.Violation, breach.Broken);

    // Positions in lists shift when an item comes back, so a violation is known by what it says.
    private static string Key(Refusal violation, ElementId broken) => $"{violation.Code}\n{broken}\n{violation.Message}";

    private string? NamedItem()
    {
        if (breach.Steps is not [var name, var position, ..] || !int.TryParse(position, out var index) || merged.Find(breach.Broken) is not { } element
            || RecordShape.Of(element.GetType()).Groups.FirstOrDefault(g => g.Name == name)?.Fields[0] is not { List: { } list } field)
            return null;
        var items = list.Items(field.Get(element));
        return index < items.Count ? ListShape.KeyOf(items[index]) : null;
    }

    private static SnapshotWrite Write(ElementId id, Element? element) =>
        new(id, element, element is null ? default : ObjectHash.Of(ElementJson.Write(element)));
}
