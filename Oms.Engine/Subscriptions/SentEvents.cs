namespace Oms.Engine.Subscriptions;

/// <summary>
/// The events of one subscriber, read once. It waits without a token, which would cost something for each event; cancelling disposes of the source,
/// and that ends the waiting as if there were no more events.
/// </summary>
/// <param name="sent">The events.</param>
/// <param name="source">Where they come from; disposed of with the reading.</param>
/// <param name="leaving">Disposes of the source when the subscription ends.</param>
internal sealed class SentEvents(TopicBuffer sent, IAsyncDisposable source, CancellationTokenRegistration leaving)
    : IAsyncEnumerable<object?>, IAsyncEnumerator<object?>
{
    private TopicEvent? current;

    /// <inheritdoc/>
    // What has been waited for is read here, so that the waiting is the buffer's own and not a task around it.
    public object? Current => current is not null || sent.TryRead(out current) ? current : throw new InvalidOperationException("There is no event.");

    /// <inheritdoc/>
    public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() => sent.TryRead(out current) ? new(true) : sent.WaitToReadAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await leaving.DisposeAsync();
        await source.DisposeAsync();
    }
}
