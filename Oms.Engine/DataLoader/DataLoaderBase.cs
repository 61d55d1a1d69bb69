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
            if (!_promises.TryGetValue(key, out var promise))
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

    // Called under the lock that makes it once for each key: only takes the key in, runs nothing of the loader's own.
    private protected abstract Task<TValue?> Start(TKey key, CancellationToken cancellationToken);
}
