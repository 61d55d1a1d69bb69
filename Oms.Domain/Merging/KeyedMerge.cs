namespace Oms.Domain.Merging;

/// <summary>
/// Merges lists whose items are told apart by a key: an item is there when either side added it and neither took it out. Each stands where the
/// side put it that moved it; what only the other side has comes after what it comes after there, ours before theirs.
/// </summary>
internal static class KeyedMerge
{
    /// <summary>Merges the items of one key; null takes it out. Called for each key that any side has, in the order of the result.</summary>
    internal delegate T? ItemMerge<T>(string key, T? @base, T? ours, T? theirs) where T : class;

    /// <summary>Hears of items that both sides moved to different places; true to have theirs lead, otherwise ours does.</summary>
    internal delegate bool OrderContest(IReadOnlyList<string> contested);

    internal static List<T> Merge<T>(
        IReadOnlyList<T> @base, IReadOnlyList<T> ours, IReadOnlyList<T> theirs, Func<T, string> keyOf, ItemMerge<T> merge, OrderContest? contest = null)
        where T : class
    {
        if (SideBySide(@base, ours, theirs, keyOf))
            return MergeSideBySide(@base, ours, theirs, keyOf, merge);
        var (b, o, t) = (Index(@base, keyOf), Index(ours, keyOf), Index(theirs, keyOf));
        var items = new List<T>();
        foreach (var key in Order([.. b.Keys], [.. o.Keys], [.. t.Keys], contest))
            if (merge(key, b.GetValueOrDefault(key), o.GetValueOrDefault(key), t.GetValueOrDefault(key)) is { } item)
                items.Add(item);
        return items;
    }

    /// <summary>The item of a set whose items never change: in when it is added, out when either side took it out.</summary>
    internal static T? Plain<T>(string key, T? @base, T? ours, T? theirs) where T : class =>
        @base is null ? ours ?? theirs : ours is null || theirs is null ? null : ours;

    /// <summary>Every key of either side, and of the base what either still has.</summary>
    internal static List<string> Order(List<string> @base, List<string> ours, List<string> theirs, OrderContest? contest = null)
    {
        var (inOurs, inTheirs) = (ours.ToHashSet(StringComparer.Ordinal), theirs.ToHashSet(StringComparer.Ordinal));
        var before = @base.Where(k => inOurs.Contains(k) && inTheirs.Contains(k)).ToList();
        var common = before.ToHashSet(StringComparer.Ordinal);
        var (mine, others) = (ours.Where(common.Contains).ToList(), theirs.Where(common.Contains).ToList());
        if (others.SequenceEqual(before) || others.SequenceEqual(mine))
            return Woven(ours, theirs, inOurs);
        if (mine.SequenceEqual(before))
            return Woven(theirs, ours, inTheirs);
        var moves = new MovedItems(before, ours, others);
        var together = moves.Together();
        return contest is not null && moves.Contested(together) is { Count: > 0 } contested && contest(contested)
            ? Woven(new MovedItems(before, theirs, mine).Together(), ours, inTheirs)
            : Woven(together, theirs, inOurs);
    }

    // What stands alone in the second list follows its neighbour there, after what the first list has put behind that neighbour.
    private static List<string> Woven(List<string> first, List<string> second, HashSet<string> inFirst)
    {
        var lone = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var anchor = string.Empty;
        foreach (var key in second)
            if (inFirst.Contains(key))
                anchor = key;
            else if (lone.TryGetValue(anchor, out var run))
                run.Add(key);
            else
                lone[anchor] = [key];
        var inSecond = second.ToHashSet(StringComparer.Ordinal);
        var woven = new List<string>(first.Count + second.Count);
        var open = lone.GetValueOrDefault(string.Empty);
        foreach (var key in first)
        {
            if (open is not null && inSecond.Contains(key))
            {
                woven.AddRange(open);
                open = null;
            }

            woven.Add(key);
            open ??= lone.GetValueOrDefault(key);
        }

        woven.AddRange(open ?? []);
        return woven;
    }

    // Nobody took out or moved anything, and at most one side added, behind the rest: most merges are, and need no index.
    private static bool SideBySide<T>(IReadOnlyList<T> @base, IReadOnlyList<T> ours, IReadOnlyList<T> theirs, Func<T, string> keyOf)
    {
        if (Math.Min(ours.Count, theirs.Count) != @base.Count)
            return false;
        for (var i = 0; i < @base.Count; i++)
            if (keyOf(@base[i]) is var key && (keyOf(ours[i]) != key || keyOf(theirs[i]) != key))
                return false;
        return true;
    }

    private static List<T> MergeSideBySide<T>(
        IReadOnlyList<T> @base, IReadOnlyList<T> ours, IReadOnlyList<T> theirs, Func<T, string> keyOf, ItemMerge<T> merge)
        where T : class
    {
        var longer = ours.Count > theirs.Count ? ours : theirs;
        var items = new List<T>(longer.Count);
        for (var i = 0; i < longer.Count; i++)
            if (merge(keyOf(longer[i]), At(@base, i), At(ours, i), At(theirs, i)) is { } item)
                items.Add(item);
        return items;

        static T? At(IReadOnlyList<T> list, int i) => i < list.Count ? list[i] : null;
    }

    private static Dictionary<string, T> Index<T>(IReadOnlyList<T> items, Func<T, string> keyOf)
    {
        var index = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
            index.TryAdd(keyOf(item), item);
        return index;
    }
}
