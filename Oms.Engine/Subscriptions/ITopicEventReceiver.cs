namespace Oms.Engine.Subscriptions;

/// <summary>Subscribes to topics.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Subscribes to a topic. Events sent after this has completed are received.</summary>
    /// <typeparam name="TMessage">What the topic's events carry.</typeparam>
    /// <param name="topicName">The topic.</param>
    /// <param name="cancellationToken">Gives up subscribing.</param>
    /// <returns>The events.</returns>
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default);
}
