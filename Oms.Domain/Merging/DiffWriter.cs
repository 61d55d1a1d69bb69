using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Writes down what differs within one element.</summary>
internal sealed class DiffWriter(Element element, ImmutableArray<DiffEntry>.Builder entries)
{
    internal void Record(object before, object after, Place place)
    {
        var shape = RecordShape.Of(after.GetType());
        foreach (var group in shape.Groups)
            foreach (var field in group.Fields)
                Field(field, field.Get(before), field.Get(after), place);
    }

    internal void Whole(DiffOperation operation, object? before, object? after, Place place) =>
        Add(operation, place, Json(before), Json(after));

    private void Field(RecordField field, object? before, object? after, Place place)
    {
        if (ModelValues.Same(before, after))
            return;
        switch (field.Kind)
        {
            case FieldKind.Records:
                Items(field.List!.Items(before), field.List.Items(after), place.At(field.Name));
                break;
            case FieldKind.Record when before is not null && after is not null:
                Record(before, after, place.At(field.Name));
                break;
            case FieldKind.Texts:
                Keyed(((LocalizedText)before!).Texts, ((LocalizedText)after!).Texts, t => History.CanonicalJson.Literal(t), place.At(field.Name));
                break;
            case FieldKind.Annotations:
                Keyed(((Annotations)before!).Values, ((Annotations)after!).Values, v => v, place.At(field.Name));
                break;
            default:
                var operation = field.Name switch
                {
                    "name" => DiffOperation.Rename,
                    "namespace" => DiffOperation.Move,
                    _ => DiffOperation.Modify,
                };
                Add(operation, place.At(field.Name), ModelValues.Json(before, field.Type), ModelValues.Json(after, field.Type));
                break;
        }
    }

    private void Keyed<T>(
        ImmutableSortedDictionary<string, T> before, ImmutableSortedDictionary<string, T> after, Func<T, JsonLiteral> json, Place place) where T : class
    {
        foreach (var key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (old is null || now is null || !old.Equals(now))
                Add(
                    old is null ? DiffOperation.Add : now is null ? DiffOperation.Delete : DiffOperation.Modify, place.At(key),
                    old is null ? null : json(old), now is null ? null : json(now));
        }
    }

    private void Items(IReadOnlyList<object> before, IReadOnlyList<object> after, Place place)
    {
        var old = before.ToDictionary(ListShape.KeyOf, StringComparer.Ordinal);
        var now = after.Select(ListShape.KeyOf).ToHashSet(StringComparer.Ordinal);
        var moved = Moved([.. before.Select(ListShape.KeyOf).Where(now.Contains)], [.. after.Select(ListShape.KeyOf).Where(old.ContainsKey)]);
        for (var i = 0; i < after.Count; i++)
        {
            var key = ListShape.KeyOf(after[i]);
            var at = At(after[i], place);
            if (!old.TryGetValue(key, out var was))
            {
                Whole(DiffOperation.Add, null, after[i], at);
                continue;
            }

            if (!ReferenceEquals(was, after[i]))
                Record(was, after[i], at);
            if (moved.Contains(key))
                Add(DiffOperation.Move, at, Position(before, key), Position(after, key));
        }

        foreach (var item in before)
            if (!now.Contains(ListShape.KeyOf(item)))
                Whole(DiffOperation.Delete, item, null, At(item, place));
    }

    // The fewest that have to move: all but a longest run that kept its order.
    private static HashSet<string> Moved(List<string> before, List<string> after)
    {
        if (before.SequenceEqual(after))
            return [];
        var position = after.Select((key, i) => (key, i)).ToDictionary(p => p.key, p => p.i, StringComparer.Ordinal);
        var tails = new List<int>();
        var previous = new int[before.Count];
        for (var i = 0; i < before.Count; i++)
        {
            var place = tails.FindIndex(t => position[before[t]] > position[before[i]]);
            place = place < 0 ? tails.Count : place;
            previous[i] = place == 0 ? -1 : tails[place - 1];
            if (place == tails.Count)
                tails.Add(i);
            else
                tails[place] = i;
        }

        var moved = before.ToHashSet(StringComparer.Ordinal);
        for (var i = tails[^1]; i >= 0; i = previous[i])
            moved.Remove(before[i]);
        return moved;
    }

    private void Add(DiffOperation operation, Place place, JsonLiteral? before, JsonLiteral? after) => entries.Add(new DiffEntry(
        element.Kind, operation, place.Path(), element.Name, before, after, DiffWords.Of(operation, place.Subject(), before, after)));

    private static JsonLiteral Position(IReadOnlyList<object> list, string key)
    {
        for (var i = 0; i < list.Count; i++)
            if (ListShape.KeyOf(list[i]) == key)
                return History.CanonicalJson.Literal(i);
        throw new InvalidOperationException("the item stands in both lists");
    }

    private static Place At(object item, Place place) => item is Member member ? place.Outer.At(member) : place.At(ListShape.KeyOf(item));

    private static JsonLiteral? Json(object? item) => item is null ? null : ModelValues.Json(item, item.GetType());
}
