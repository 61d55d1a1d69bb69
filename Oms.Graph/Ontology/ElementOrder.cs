using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>
/// Orders that were asked for, kept with the list they order for as long as that lives, so that a page in another order than names costs
/// as little as one by name once it was asked for.
/// </summary>
internal static class ElementOrder
{
    // Beyond these orders of one list, sorting is done anew each time: clients make up the keys.
    private const int MaxKept = 8;

    private static readonly ConditionalWeakTable<ElementList, ConcurrentDictionary<string, Element[]>> Kept = [];

    /// <summary>True when this is the order of names from a to z.</summary>
    internal static bool IsByName(IReadOnlyList<ElementSort>? order) =>
        order is null || order.Count == 0 || order.All(s => s == new ElementSort()) || order[0].Name == SortDirection.Asc;

    /// <summary>The list in this order.</summary>
    internal static Element[] Of(ElementList list, IReadOnlyList<ElementSort> order)
    {
        var kept = Kept.GetOrCreateValue(list);
        var key = string.Join('\n', order);
        if (kept.TryGetValue(key, out var sorted))
            return sorted;
        sorted = Sort(list, order);
        if (kept.Count < MaxKept)
            kept.TryAdd(key, sorted);
        return sorted;
    }

    /// <summary>The elements in this order.</summary>
    internal static Element[] Sort(IEnumerable<Element> elements, IReadOnlyList<ElementSort> order)
    {
        var keys = order.SelectMany(s => s.Keys).ToArray();
        var sorted = elements.ToArray();
        Array.Sort(sorted, (a, b) => Compare(keys, a, b));
        return sorted;
    }

    private static int Compare((Comparison<Element> Compare, SortDirection Direction)[] keys, Element a, Element b)
    {
        foreach (var (compare, direction) in keys)
            if (compare(a, b) is not 0 and var result)
                return direction == SortDirection.Asc ? result : -result;
        return ElementSort.ByName(a, b);
    }
}
