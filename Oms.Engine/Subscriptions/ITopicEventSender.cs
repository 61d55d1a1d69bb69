namespace Oms.Engine.Subscriptions;

/// <summary>Sends events to topics.</summary>
public interface ITopicEventSender
{
    /// <summary>Sends an event to everyone subscribed to a topic.</summary>
    /// <typeparam name="TMessage">What the topic's events carry.</typeparam>
    /// <param name="topicName">The topic.</param>
    /// <param name="message">The event.</param>
    /// <param name="cancellationToken">Gives up sending.</param>
    /// <returns>Completes when the event has been handed over.</returns>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Completes a topic: its streams end after what was sent before.</summary>
    /// <param name="topicName">The topic.</param>
    /// <returns>Completes when the topic has been completed.</returns>
    public ValueTask CompleteAsync(string topicName);
}
