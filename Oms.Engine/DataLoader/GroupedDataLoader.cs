namespace Oms.Engine.DataLoader;

/// <summary>Loads all the values that belong to each key, many keys at once.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">One value.</typeparam>
/// <param name="batchScheduler">The request's scheduler.</param>
/// <param name="options">How keys are collected; null for the defaults.</param>
public abstract class GroupedDataLoader<TKey, TValue>(IBatchScheduler batchScheduler, DataLoaderOptions? options = null)
    : BatchedDataLoader<TKey, TValue[]>(batchScheduler, options)
    where TKey : notnull
{
    /// <summary>Loads the values of some keys.</summary>
    /// <param name="keys">The keys, each once.</param>
    /// <param name="cancellationToken">Cancelled when the request is aborted.</param>
    /// <returns>The values by key; a key that is left out has none, and is answered with an empty array.</returns>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupedBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private protected sealed override async Task<Func<TKey, TValue[]?>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadGroupedBatchAsync(keys, cancellationToken);
        return key => [.. values[key]];
    }
}
