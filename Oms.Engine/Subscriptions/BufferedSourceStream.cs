namespace Oms.Engine.Subscriptions;

/// <summary>A subscriber's side of a topic.</summary>
internal sealed class BufferedSourceStream<TMessage>(TopicBuffer buffer, Action leave) : ISourceStream<TMessage>, ITopicEvents
{
    private int _isDisposed;

    public async IAsyncEnumerable<TMessage> ReadEventsAsync()
    {
        while (await buffer.WaitToReadAsync())
            while (buffer.TryRead(out var sent))
                yield return (TMessage)sent.Message!;
    }

    public TopicBuffer Sent => buffer;

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            leave();
        return ValueTask.CompletedTask;
    }
}
