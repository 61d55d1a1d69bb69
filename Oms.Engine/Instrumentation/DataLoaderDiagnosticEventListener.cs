using Oms.Engine.DataLoader;

namespace Oms.Engine.Instrumentation;

/// <summary>
/// Hears of the batches of loaders, under the names of Hot Chocolate's class. Derive from it and add it by <c>AddDiagnosticEventListener</c>;
/// where there is none, loaders do nothing for it. Called on the request's own path: an exception of a listener fails those who wait for the batch.
/// </summary>
public abstract class DataLoaderDiagnosticEventListener
{
    /// <summary>A scope that does nothing when it ends.</summary>
    protected static IDisposable EmptyScope => Nothing.Instance;

    /// <summary>A batch is about to be fetched.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="dataLoader">The loader.</param>
    /// <param name="keys">The keys, each once.</param>
    /// <returns>Disposed when it has come back or failed.</returns>
    public virtual IDisposable ExecuteBatch<TKey, TValue>(IDataLoader<TKey, TValue> dataLoader, IReadOnlyList<TKey> keys)
        where TKey : notnull => EmptyScope;

    /// <summary>A batch failed as a whole; everyone who waits for one of its keys gets the exception.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="dataLoader">The loader.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="error">The exception.</param>
    public virtual void BatchError<TKey, TValue>(IDataLoader<TKey, TValue> dataLoader, IReadOnlyList<TKey> keys, Exception error)
        where TKey : notnull
    {
    }
}
