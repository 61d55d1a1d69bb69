namespace Oms.Engine.Subscriptions;

/// <summary>A source whose events are told apart from their messages, so that subscribers can share what answers an event.</summary>
internal interface ITopicEvents
{
    /// <summary>The events, each the same object for every subscriber.</summary>
    IAsyncEnumerable<TopicEvent> ReadSentAsync(CancellationToken cancellationToken);
}
