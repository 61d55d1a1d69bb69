namespace Oms.Engine.Paging;

/// <summary>A list that a store translates.</summary>
/// <typeparam name="T">The type of what is listed.</typeparam>
/// <param name="source">The list.</param>
/// <param name="isAwaited">Whether reading is awaited where the store can.</param>
internal sealed class StoredList<T>(IQueryable<T> source, bool isAwaited)
{
    /// <summary>Reads some of it.</summary>
    public ValueTask<List<T>> ReadAsync(int start, int count, CancellationToken cancellationToken) =>
        ReadAsync((start == 0 ? source : source.Skip(start)).Take(count), cancellationToken);

    /// <summary>How many there are. A store that is awaited counts the one group of all, for which no interface of one store is needed.</summary>
    public async ValueTask<int> CountAsync(CancellationToken cancellationToken) =>
        isAwaited && source is IAsyncEnumerable<T> ? (await ReadAsync(source.GroupBy(_ => 1).Select(g => g.Count()), cancellationToken)).Sum() : source.Count();

    private async ValueTask<List<TItem>> ReadAsync<TItem>(IQueryable<TItem> query, CancellationToken cancellationToken)
    {
        if (!isAwaited || query is not IAsyncEnumerable<TItem> stored)
            return [.. query];
        List<TItem> items = [];
        await foreach (var item in stored.WithCancellation(cancellationToken))
            items.Add(item);
        return items;
    }
}
