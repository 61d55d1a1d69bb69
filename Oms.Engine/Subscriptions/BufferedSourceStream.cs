using System.Threading.Channels;

namespace Oms.Engine.Subscriptions;

/// <summary>A subscriber's side of a topic.</summary>
internal sealed class BufferedSourceStream<TMessage>(ChannelReader<TMessage> buffer, Action leave) : ISourceStream<TMessage>
{
    private int _isDisposed;

    public IAsyncEnumerable<TMessage> ReadEventsAsync() => buffer.ReadAllAsync();

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            leave();
        return ValueTask.CompletedTask;
    }
}
