namespace Oms.Engine.Subscriptions;

/// <summary>The events behind a subscription (spec 6.2.3.1). Disposing it unsubscribes.</summary>
/// <typeparam name="TMessage">What an event carries.</typeparam>
public interface ISourceStream<out TMessage> : IAsyncDisposable
{
    /// <summary>Reads the events; can be called once.</summary>
    /// <returns>The events, until the topic completes.</returns>
    public IAsyncEnumerable<TMessage> ReadEventsAsync();
}
