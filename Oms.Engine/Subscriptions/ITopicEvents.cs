namespace Oms.Engine.Subscriptions;

/// <summary>A source whose events are told apart from their messages, so that subscribers can share what answers an event.</summary>
internal interface ITopicEvents
{
    /// <summary>The events, each the same object for every subscriber. Ends when the source is disposed of.</summary>
    TopicBuffer Sent { get; }
}
