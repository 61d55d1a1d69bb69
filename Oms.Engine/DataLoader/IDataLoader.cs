namespace Oms.Engine.DataLoader;

/// <summary>Loads values by key, together with what other resolvers of the same request ask for, and each key once.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public interface IDataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Loads one value.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">The request's token; the first one given for a batch cancels that batch.</param>
    /// <returns>The value; the type's default when there is none.</returns>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>Loads several values.</summary>
    /// <param name="keys">Their keys; repetitions are loaded once.</param>
    /// <param name="cancellationToken">The request's token; the first one given for a batch cancels that batch.</param>
    /// <returns>The values in the order of the keys.</returns>
    public Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Forgets a key, so that it is loaded again when it is next asked for.</summary>
    /// <param name="key">The key.</param>
    public void RemoveCacheEntry(TKey key);
}
