namespace Oms.Domain.Merging;

/// <summary>
/// Two orders of one list that come from a third: which items each side moved, the fewest that explain its order, and both moves together. An
/// item that only one side moved stands behind the same unmoved neighbour as there; one that both moved, where the leading side put it.
/// </summary>
internal sealed class MovedItems
{
    private readonly List<string> leading;
    private readonly List<string> following;
    private readonly HashSet<string> byLeading;
    private readonly HashSet<string> byFollowing;
    private readonly HashSet<string> unmoved;
    private readonly Dictionary<string, int> inBase;
    private readonly Dictionary<string, int> inLeading;
    private readonly Dictionary<string, int> inFollowing;

    /// <param name="base">The items that all three have, in the order before both.</param>
    /// <param name="leading">All items of the side that leads.</param>
    /// <param name="following">The items that all three have, in the order of the other side.</param>
    internal MovedItems(List<string> @base, List<string> leading, List<string> following)
    {
        (this.leading, this.following) = (leading, following);
        (inBase, inLeading, inFollowing) = (Positions(@base), Positions(leading), Positions(following));
        byLeading = Moved([.. leading.Where(inBase.ContainsKey)], inBase);
        byFollowing = Moved(following, inBase);
        unmoved = [.. @base.Where(k => !byLeading.Contains(k) && !byFollowing.Contains(k))];
    }

    /// <summary>What both sides moved to different places, or the other side to where not all that both asked for can hold, in an order of all.</summary>
    internal List<string> Contested(List<string> order)
    {
        var merged = Positions(order);
        var (mine, others) = (Neighbours(leading), Neighbours(following));
        return [.. following.Where(k => byFollowing.Contains(k)
            && ((byLeading.Contains(k) && mine[k] != others[k]) || following.Any(o => IsLost(inFollowing, k, o) || IsLost(inLeading, k, o))))];

        bool IsLost(Dictionary<string, int> side, string key, string other) =>
            Before(side, key, other) != Before(inBase, key, other) && Before(side, key, other) != Before(merged, key, other);
    }

    /// <summary>All items of the leading side, with those where the other side put them that it alone moved.</summary>
    internal List<string> Together()
    {
        var alone = byFollowing.Where(k => !byLeading.Contains(k)).ToHashSet(StringComparer.Ordinal);
        var order = leading.Where(k => !alone.Contains(k)).ToList();
        var neighbours = Neighbours(following);
        foreach (var key in following.Where(alone.Contains))
            order.Insert(PlaceOf(key, neighbours[key], order), key);
        return order;
    }

    // Behind its neighbour, and behind what the leading side has put there unless it is to stand before that.
    private int PlaceOf(string key, string neighbour, List<string> order)
    {
        var at = order.IndexOf(neighbour) + 1;
        while (at < order.Count && !unmoved.Contains(order[at]) && !GoesBefore(key, order[at]))
            at++;
        return at;
    }

    private bool GoesBefore(string key, string other) =>
        byLeading.Contains(other) && Before(inFollowing, key, other) && !(Before(inBase, key, other) && Before(inLeading, other, key));

    private static bool Before(Dictionary<string, int> positions, string key, string other) => positions[key] < positions[other];

    private static Dictionary<string, int> Positions(List<string> order)
    {
        var positions = new Dictionary<string, int>(order.Count, StringComparer.Ordinal);
        foreach (var key in order)
            positions.TryAdd(key, positions.Count);
        return positions;
    }

    private Dictionary<string, string> Neighbours(List<string> order)
    {
        var neighbours = new Dictionary<string, string>(order.Count, StringComparer.Ordinal);
        var last = string.Empty;
        foreach (var key in order)
        {
            neighbours.TryAdd(key, last);
            if (unmoved.Contains(key))
                last = key;
        }

        return neighbours;
    }

    // All but a longest run that stands in the order before (patience sorting).
    private static HashSet<string> Moved(List<string> order, Dictionary<string, int> position)
    {
        var tails = new List<int>();
        var previous = new int[order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
                if ((low + high) / 2 is var middle && position[order[tails[middle]]] < position[order[i]])
                    low = middle + 1;
                else
                    high = middle;
            previous[i] = low == 0 ? -1 : tails[low - 1];
            if (low == tails.Count)
                tails.Add(i);
            else
                tails[low] = i;
        }

        var moved = order.ToHashSet(StringComparer.Ordinal);
        for (var i = tails.Count == 0 ? -1 : tails[^1]; i >= 0; i = previous[i])
            moved.Remove(order[i]);
        return moved;
    }
}
