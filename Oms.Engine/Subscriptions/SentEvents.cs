using System.Runtime.CompilerServices;

namespace Oms.Engine.Subscriptions;

/// <summary>
/// The events of one subscriber, read once. It waits without a token, which would cost something for each event; cancelling disposes of the source,
/// and that ends the waiting.
/// </summary>
/// <param name="sent">The events.</param>
/// <param name="source">Where they come from; disposed of with the reading.</param>
/// <param name="leaving">Disposes of the source when the subscription ends.</param>
/// <param name="ended">Cancelled at the end of the subscription.</param>
internal sealed class SentEvents(TopicBuffer sent, IAsyncDisposable source, CancellationTokenRegistration leaving, CancellationToken ended)
    : IAsyncEnumerable<object?>, IAsyncEnumerator<object?>
{
    /// <inheritdoc/>
    public object? Current { get; private set; }

    /// <inheritdoc/>
    public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => TryRead() ? new(true) : WaitAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await leaving.DisposeAsync();
        await source.DisposeAsync();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync()
    {
        while (await sent.WaitToReadAsync())
            if (TryRead())
                return true;
        ended.ThrowIfCancellationRequested();
        return false;
    }

    private bool TryRead()
    {
        if (!sent.TryRead(out var next))
            return false;
        Current = next;
        return true;
    }
}
