using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Finds members that both sides added under one name, each with an identity of its own.</summary>
internal static class MemberUnion
{
    /// <summary>Their items, where such a member goes under the identity that it has on our side.</summary>
    /// <param name="base">The items before both.</param>
    /// <param name="ours">The items of our side.</param>
    /// <param name="theirs">The items of their side.</param>
    /// <param name="paired">What they were, by the identities they go under.</param>
    internal static IReadOnlyList<object> Paired(
        IReadOnlyList<object> @base, IReadOnlyList<object> ours, IReadOnlyList<object> theirs, Dictionary<string, object> paired)
    {
        if (theirs.Count == 0 || theirs[0] is not Member || NoneAdded(@base, ours) || NoneAdded(@base, theirs))
            return theirs;
        var known = @base.Concat(ours).Select(ListShape.KeyOf).ToHashSet(StringComparer.Ordinal);
        var before = @base.Concat(theirs).Select(ListShape.KeyOf).ToHashSet(StringComparer.Ordinal);
        var added = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var item in ours)
            if (!before.Contains(ListShape.KeyOf(item)))
                added.TryAdd(((Member)item).Name, item);
        if (added.Count == 0)
            return theirs;
        return [.. theirs.Select(t => !known.Contains(ListShape.KeyOf(t)) && added.TryGetValue(((Member)t).Name, out var mine) ? Pair(t, mine, paired) : t)];
    }

    // Mostly what is there stands where it stood, and is seen at once to be the same.
    private static bool NoneAdded(IReadOnlyList<object> @base, IReadOnlyList<object> side)
    {
        if (side.Count > @base.Count)
            return false;
        for (var i = 0; i < side.Count; i++)
            if (!ReferenceEquals(@base[i], side[i]) && ((Member)@base[i]).Id != ((Member)side[i]).Id)
                return false;
        return true;
    }

    private static object Pair(object theirs, object mine, Dictionary<string, object> paired)
    {
        paired[ListShape.KeyOf(mine)] = theirs;
        return Under(theirs, mine);
    }

    private static object Under(object item, object identity)
    {
        var shape = RecordShape.Of(item.GetType());
        var made = shape.Like(identity);
        foreach (var group in shape.Groups)
            group.Copy(item, made);
        return made;
    }
}
