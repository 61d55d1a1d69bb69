namespace Oms.Engine.DataLoader;

/// <summary>Loads each key on its own and once in a request.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class CacheDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Loads one value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Cancelled when the request is aborted.</param>
    /// <returns>The value; the type's default when there is none.</returns>
    protected abstract Task<TValue?> LoadSingleAsync(TKey key, CancellationToken cancellationToken);

    private protected sealed override Task<TValue?> Start(TKey key, CancellationToken cancellationToken)
    {
        var promise = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(() => LoadAsync(key, promise, cancellationToken), CancellationToken.None);
        return promise.Task;
    }

    private async Task LoadAsync(TKey key, TaskCompletionSource<TValue?> promise, CancellationToken cancellationToken)
    {
        try
        {
            promise.SetResult(await LoadSingleAsync(key, cancellationToken));
        }
        catch (Exception e)
        {
            RemoveCacheEntry(key);
            promise.SetException(e);
        }
    }
}
