using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Merging;

/// <summary>The places in which two versions of an element differ, and an element with some of them taken over.</summary>
internal static class ElementEdits
{
    /// <summary>Where two versions differ; the order of lists alone, and what the registry counts, is no difference.</summary>
    internal static IEnumerable<EditPlace> Between(ElementId id, Element? from, Element? to)
    {
        if (from is null || to is null || from.GetType() != to.GetType())
        {
            if (!ReferenceEquals(from, to))
                yield return new EditPlace(id, null, null, null);
            yield break;
        }

        foreach (var group in RecordShape.Of(from.GetType()).Groups)
            if (group.Fields[0].Kind == FieldKind.Counter || group.Same(from, to))
                continue;
            else if (group.Fields[0].List is { } list)
                foreach (var place in Items(id, group.Name, list.Items(group.Fields[0].Get(from)), list.Items(group.Fields[0].Get(to))))
                    yield return place;
            else
                yield return new EditPlace(id, group.Name, null, null);
    }

    /// <summary>An element in which these places are as in another; null where it is not there then.</summary>
    internal static Element? With(Element? from, Element? to, IReadOnlyCollection<EditPlace> places)
    {
        if (from is null || to is null || from.GetType() != to.GetType())
            return to;
        var shape = RecordShape.Of(from.GetType());
        var made = shape.Like(from);
        foreach (var group in shape.Groups)
        {
            var here = places.Where(p => p.Field == group.Name).ToList();
            if (here.Count > 0 && group.Fields[0] is { List: { } list } field)
                field.Set(made, list.Build(Items(list.Items(field.Get(from)), list.Items(field.Get(to)), here)));
            else
                group.Copy(here.Count > 0 ? to : from, made);
        }

        if (shape.Groups.All(g => g.Fields[0].Kind == FieldKind.Counter || g.Same(made, to)))
            return to;
        return Normalization.Normal((Element)made);
    }

    private static IEnumerable<EditPlace> Items(ElementId id, string field, IReadOnlyList<object> from, IReadOnlyList<object> to)
    {
        var (before, after) = (ByKey(from), ByKey(to));
        foreach (var key in before.Keys.Union(after.Keys))
        {
            var (x, y) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (ModelValues.Same(x, y))
                continue;
            if (x is Member && y is Member && x.GetType() == y.GetType())
                foreach (var group in RecordShape.Of(x.GetType()).Groups.Where(g => !g.Same(x, y)))
                    yield return new EditPlace(id, field, key, group.Name);
            else
                yield return new EditPlace(id, field, key, null);
        }
    }

    private static List<object> Items(IReadOnlyList<object> from, IReadOnlyList<object> to, List<EditPlace> places)
    {
        var wanted = ByKey(to);
        var whole = places.Where(p => p.Inner is null).Select(p => p.Key!).ToHashSet(StringComparer.Ordinal);
        var inner = places.Where(p => p.Inner is not null).ToLookup(p => p.Key!, p => p.Inner!, StringComparer.Ordinal);
        var items = new List<object>(from.Count);
        foreach (var item in from)
            if (ListShape.KeyOf(item) is var key && !whole.Contains(key))
                items.Add(inner.Contains(key) ? WithFields(item, wanted[key], inner[key]) : item);
            else if (wanted.TryGetValue(key, out var other))
                items.Add(other);
        Insert(items, to, whole);
        return items;
    }

    // What was taken out comes back behind what it stood behind.
    private static void Insert(List<object> items, IReadOnlyList<object> to, HashSet<string> whole)
    {
        var there = items.Select(ListShape.KeyOf).ToHashSet(StringComparer.Ordinal);
        var at = 0;
        foreach (var item in to)
        {
            var key = ListShape.KeyOf(item);
            if (there.Contains(key))
                at = items.FindIndex(i => ListShape.KeyOf(i) == key) + 1;
            else if (whole.Contains(key) && there.Add(key))
                items.Insert(at++, item);
        }
    }

    private static object WithFields(object from, object to, IEnumerable<string> fields)
    {
        var shape = RecordShape.Of(from.GetType());
        var made = shape.Like(from);
        foreach (var group in shape.Groups)
            group.Copy(fields.Contains(group.Name) ? to : from, made);
        return made;
    }

    private static Dictionary<string, object> ByKey(IReadOnlyList<object> items)
    {
        var index = new Dictionary<string, object>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
            index.TryAdd(ListShape.KeyOf(item), item);
        return index;
    }
}
