using Oms.Engine.Instrumentation;

namespace Oms.Engine.DataLoader;

/// <summary>Collects keys until the scheduler has them fetched together.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public abstract class BatchedDataLoader<TKey, TValue> : DataLoaderBase<TKey, TValue>
    where TKey : notnull
{
    private readonly IBatchScheduler _scheduler;
    private readonly int _maxBatchSize;
    private readonly Lock _gate = new();
    private Batch? _open;

    private protected BatchedDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions? options)
    {
        ArgumentNullException.ThrowIfNull(batchScheduler);
        _scheduler = batchScheduler;
        _maxBatchSize = Math.Max(1, (options ?? new DataLoaderOptions()).MaxBatchSize);
    }

    private protected sealed override Task<TValue?> Start(TKey key, CancellationToken cancellationToken)
    {
        // Not RunContinuationsAsynchronously: those who wait go on while the batch hands its values out, so that the scheduler can tell
        // when they have all asked for what they need next.
        var promise = new TaskCompletionSource<TValue?>();
        lock (_gate)
        {
            if (_open is null)
            {
                var batch = _open = new Batch(cancellationToken);
                _scheduler.Schedule(() => FetchAsync(batch));
            }

            _open.Promises.Add(key, promise);
            if (_open.Promises.Count == _maxBatchSize)
                _open = null;
        }

        return promise.Task;
    }

    /// <summary>Fetches the values of a batch; what finds a key's value in the result.</summary>
    private protected abstract Task<Func<TKey, TValue?>> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private async Task<Action> FetchAsync(Batch batch)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_open, batch))
                _open = null;
        }

        TKey[] keys = [.. batch.Promises.Keys];
        try
        {
            var find = await FetchHeardAsync(keys, batch.CancellationToken);
            return () => Complete(batch, find);
        }
        catch (Exception e)
        {
            // Everyone who waits gets it; the request goes on.
            return () => Fail(batch, e);
        }
    }

    private Task<Func<TKey, TValue?>> FetchHeardAsync(TKey[] keys, CancellationToken cancellationToken) =>
        _scheduler is BatchDispatcher { Listeners: { Length: > 0 } listeners }
            ? FetchHeardAsync(keys, listeners, cancellationToken)
            : FetchAsync(keys, cancellationToken);

    private async Task<Func<TKey, TValue?>> FetchHeardAsync(TKey[] keys, DataLoaderDiagnosticEventListener[] listeners, CancellationToken cancellationToken)
    {
        using var scopes = Scopes.Open(listeners, (Loader: this, Keys: keys), static (listener, batch) => listener.ExecuteBatch(batch.Loader, batch.Keys));
        try
        {
            return await FetchAsync(keys, cancellationToken);
        }
        catch (Exception e)
        {
            foreach (var listener in listeners)
                listener.BatchError(this, keys, e);
            throw;
        }
    }

    private void Complete(Batch batch, Func<TKey, TValue?> find)
    {
        try
        {
            foreach (var (key, promise) in batch.Promises)
                promise.TrySetResult(find(key));
        }
        catch (Exception e)
        {
            // The result itself failed to be read; those who have their value already keep it.
            Fail(batch, e);
        }
    }

    private void Fail(Batch batch, Exception exception)
    {
        foreach (var (key, promise) in batch.Promises)
        {
            if (promise.Task.IsCompleted)
                continue;
            // Forgotten first, for those who wait may ask again at once.
            RemoveCacheEntry(key);
            promise.SetException(exception);
        }
    }

    private sealed class Batch(CancellationToken cancellationToken)
    {
        public CancellationToken CancellationToken { get; } = cancellationToken;

        public Dictionary<TKey, TaskCompletionSource<TValue?>> Promises { get; } = [];
    }
}
