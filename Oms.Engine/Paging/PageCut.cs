namespace Oms.Engine.Paging;

/// <summary>Cuts one page from a list, and reads no more of the list than it has to.</summary>
/// <typeparam name="T">The type of what is listed.</typeparam>
/// <param name="window">What the client asks for.</param>
/// <param name="selected">Which parts of the connection it asks for.</param>
/// <param name="cursors">The cursors of the field.</param>
internal sealed class PageCut<T>(PageWindow window, SelectedParts selected, PositionCursor cursors)
{
    // A page from the end can be found only in a list whose length is known.
    private bool NeedsCount => selected.HasTotalCount || window.Last is not null;

    /// <summary>Cuts from a list that knows its length and has its items by position.</summary>
    public Connection<T> Of(IReadOnlyList<T> list)
    {
        var (start, end) = window.Within(list.Count);
        if (!selected.HasItems)
            return Counted(list.Count);
        var nodes = new T[end - start];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = list[start + i];
        return Page(nodes, start, list.Count);
    }

    /// <summary>Cuts from a list that can only be walked, at most once but where a page behind its end is asked for.</summary>
    public Connection<T> Of(IEnumerable<T> list)
    {
        if (list.TryGetNonEnumeratedCount(out var count))
        {
            var (start, end) = window.Within(count);
            return selected.HasItems ? Page([.. list.Skip(start).Take(end - start)], start, count) : Counted(count);
        }

        if (!selected.HasItems)
            return Counted(list.Count());
        return NeedsCount ? Walk(list) : Beginning([.. list.Skip(window.Start).Take(OneMore)], list.Any);
    }

    /// <summary>Has a store cut: by one query for the page, and one that counts where that is needed.</summary>
    public async ValueTask<Connection<T>> OfAsync(StoredList<T> list, CancellationToken cancellationToken)
    {
        if (!NeedsCount)
        {
            var read = await list.ReadAsync(window.Start, OneMore, cancellationToken);
            var isBehindAll = read.Count == 0 && window.Start > 0 && (await list.ReadAsync(0, 1, cancellationToken)).Count == 0;
            return Beginning(read, () => !isBehindAll);
        }

        var count = await list.CountAsync(cancellationToken);
        var (start, end) = window.Within(count);
        return !selected.HasItems ? Counted(count) : Page(end == start ? [] : await list.ReadAsync(start, end - start, cancellationToken), start, count);
    }

    private int OneMore => (int)Math.Min(window.Limit + 1L, int.MaxValue);

    private Connection<T> Walk(IEnumerable<T> list)
    {
        var kept = new Queue<T>();
        var position = 0;
        foreach (var item in list)
        {
            if (position >= window.Start && (window.End is not { } end || position < end) && (window.Last is not null || kept.Count < window.First))
                kept.Enqueue(item);
            if (window.Last is { } last && kept.Count > last)
                kept.Dequeue();
            position++;
        }

        return Page([.. kept], window.Within(position).Start, position);
    }

    private Connection<T> Page(IReadOnlyList<T> nodes, int start, int count) =>
        new(nodes, CursorsFrom(start), start + nodes.Count < count, start > 0, selected.HasTotalCount ? count : null);

    // One item more was asked for than the page has, to know whether there is one.
    private Connection<T> Beginning(List<T> read, Func<bool> isAnyThere)
    {
        var hasNext = read.Count > window.Limit;
        var hasPrevious = window.Start > 0 && (read.Count > 0 || isAnyThere());
        if (hasNext)
            read.RemoveAt(read.Count - 1);
        return new(read, CursorsFrom(window.Start), hasNext, hasPrevious);
    }

    private static Connection<T> Counted(int count) => new([], _ => "", false, false, count);

    private Func<int, string> CursorsFrom(int start) => index => cursors.Write(start + index);
}
