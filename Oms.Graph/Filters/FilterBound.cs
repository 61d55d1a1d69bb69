using Oms.Graph.Connections;

namespace Oms.Graph.Filters;

/// <summary>
/// Bounds what a client's filter may cost: how deep <c>and</c> and <c>or</c> nest, for matching recurses as deep, and how many
/// conditions there are, for each is tried on each item.
/// </summary>
internal static class FilterBound
{
    internal const int MaxDepth = 8;
    internal const int MaxConditions = 1000;

    /// <summary>Refuses a filter over the bounds; null has none.</summary>
    internal static void Check(IFilter? filter)
    {
        if (filter is not null && Weigh(filter, 1) is > MaxConditions and var weight)
            throw QueryError.Of(QueryError.FilterTooLarge, $"A filter may hold at most {MaxConditions} conditions, values of `in` and `nin` included; this one holds {weight}.");
    }

    private static int Weigh(IFilter filter, int depth)
    {
        if (depth > MaxDepth)
            throw QueryError.Of(QueryError.FilterTooDeep, $"Filters may nest at most {MaxDepth} deep.");
        var weight = filter.Values;
        foreach (var part in filter.Parts)
            if (part is not null)
                weight += 1 + Weigh(part, depth + 1);
        return weight;
    }
}
