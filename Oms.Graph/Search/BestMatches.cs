namespace Oms.Graph.Search;

/// <summary>Keeps the best of many matches, and forgets the others at once: a search for a letter finds nearly everything.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class BestMatches(int capacity)
{
    // The worst of those kept is on top.
    private readonly PriorityQueue<SearchMatch, SearchMatch> kept =
        new(Comparer<SearchMatch>.Create((a, b) => SearchMatch.BestFirst.Compare(b, a)));

    /// <summary>How many were added, kept or not.</summary>
    internal int Total { get; private set; }

    /// <summary>Adds a match.</summary>
    internal void Add(SearchMatch match)
    {
        Total++;
        if (kept.Count < capacity)
            kept.Enqueue(match, match);
        else if (SearchMatch.BestFirst.Compare(match, kept.Peek()) < 0)
            kept.EnqueueDequeue(match, match);
    }

    /// <summary>Those kept, the best first.</summary>
    internal SearchMatch[] Ordered()
    {
        var ordered = new SearchMatch[kept.Count];
        for (var i = ordered.Length - 1; i >= 0; i--)
            ordered[i] = kept.Dequeue();
        return ordered;
    }
}
