using System.Threading.Channels;

namespace Oms.Engine.Subscriptions;

/// <summary>A subscriber's side of a topic.</summary>
internal sealed class BufferedSourceStream<TMessage>(ChannelReader<TopicEvent> buffer, Action leave) : ISourceStream<TMessage>, ITopicEvents
{
    private int _isDisposed;

    public async IAsyncEnumerable<TMessage> ReadEventsAsync()
    {
        await foreach (var sent in buffer.ReadAllAsync())
            yield return (TMessage)sent.Message!;
    }

    public ChannelReader<TopicEvent> Sent => buffer;

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            leave();
        return ValueTask.CompletedTask;
    }
}
