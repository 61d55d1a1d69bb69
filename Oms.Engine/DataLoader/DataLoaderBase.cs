namespace Oms.Engine.DataLoader;

/// <summary>
/// Keeps a promise for each key that was asked for, so that a key is loaded once in a request however often and wherever it is asked for.
/// A key whose load failed is forgotten. Loaders may be called from several threads. A resolver must await what it loads and never block on it.
/// </summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class DataLoaderBase<TKey, TValue> : IDataLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Task<TValue?>> _promises = [];

    private protected DataLoaderBase()
    {
    }

    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_gate)
        {
            if (_promises.TryGetValue(key, out var promise))
                return Join(promise);
            _promises.Add(key, promise = Start(key, cancellationToken));
            return promise;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await Task.WhenAll(keys.Select(key => LoadAsync(key, cancellationToken)));
    }

    /// <inheritdoc/>
    public void RemoveCacheEntry(TKey key)
    {
        lock (_gate)
            _promises.Remove(key);
    }

    // Of several that await one task only one goes on at once; the others are queued, and what they ask for next would miss its batch. So each
    // who comes later awaits a task of its own.
    private static Task<TValue?> Join(Task<TValue?> promise) => promise.IsCompleted
        ? promise
        : promise.ContinueWith(static done => done, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();

    // Called under the lock that makes it once for each key: only takes the key in, runs nothing of the loader's own.
    private protected abstract Task<TValue?> Start(TKey key, CancellationToken cancellationToken);
}
