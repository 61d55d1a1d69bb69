using System.Diagnostics.Metrics;

namespace Oms.Engine.Subscriptions;

/// <summary>Topics within one process. A topic exists while it has subscribers; a message to a topic without any is gone.</summary>
/// <param name="options">The buffers.</param>
/// <param name="emptied">Hears of each topic that ceases to exist, before it can come into being again; must not wait.</param>
internal sealed class InMemoryTopics(SubscriptionOptions options, Action<string>? emptied = null) : ITopicEventSender, ITopicEventReceiver
{
    private static readonly Meter Meter = new("Oms.Engine.Subscriptions");

    private static readonly Counter<long> Dropped =
        Meter.CreateCounter<long>("graphql.subscription.dropped", description: "Messages dropped because a subscriber's buffer was full.");

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);

    /// <summary>How many topics have subscribers.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _topics.Count;
        }
    }

    /// <summary>How many streams are subscribed to all topics together.</summary>
    public int SubscriberCount
    {
        get
        {
            lock (_lock)
                return _topics.Values.Sum(topic => topic.Count);
        }
    }

    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        var wakeUps = new WakeUps();
        var dropped = 0;
        // Under the lock, so that all subscribers of a topic see its messages in one order.
        lock (_lock)
        {
            if (Find<TMessage>(topicName) is { } topic)
            {
                var sent = new TopicEvent(message);
                foreach (var subscriber in topic.Subscribers)
                {
                    if (subscriber.Write(sent, out var isDropped))
                        wakeUps.Add(subscriber);
                    dropped += isDropped ? 1 : 0;
                }
            }
        }

        wakeUps.Start();
        if (dropped > 0)
            Dropped.Add(dropped);
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync(string topicName)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        End(topicName, null);
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends a topic's streams, after what was sent before.</summary>
    /// <param name="topicName">The topic.</param>
    /// <param name="failure">What readers are told; null when there is nothing wrong.</param>
    /// <returns>How many streams have ended.</returns>
    public int End(string topicName, Exception? failure)
    {
        lock (_lock)
        {
            if (!_topics.Remove(topicName, out var topic))
                return 0;
            topic.Complete(failure);
            emptied?.Invoke(topicName);
            return topic.Count;
        }
    }

    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topicName);
        cancellationToken.ThrowIfCancellationRequested();
        var buffer = new TopicBuffer(options.TopicBufferCapacity, options.TopicBufferFullMode);
        lock (_lock)
        {
            var topic = Find<TMessage>(topicName);
            if (topic is null)
                _topics.Add(topicName, topic = new Topic<TMessage>());
            topic.Subscribers.Add(buffer);
        }

        return ValueTask.FromResult<ISourceStream<TMessage>>(new BufferedSourceStream<TMessage>(buffer, () => Leave<TMessage>(topicName, buffer)));
    }

    private Topic<TMessage>? Find<TMessage>(string topicName)
    {
        if (!_topics.TryGetValue(topicName, out var topic))
            return null;
        return topic as Topic<TMessage>
            ?? throw new InvalidOperationException($"The topic \"{topicName}\" has messages of another type than {typeof(TMessage)}.");
    }

    private void Leave<TMessage>(string topicName, TopicBuffer buffer)
    {
        lock (_lock)
        {
            if (!_topics.TryGetValue(topicName, out var found) || found is not Topic<TMessage> topic || !topic.Subscribers.Remove(buffer))
                return;
            if (topic.Subscribers.Count == 0 && _topics.Remove(topicName))
                emptied?.Invoke(topicName);
        }

        buffer.Complete(null);
    }

    private abstract class Topic
    {
        public abstract int Count { get; }

        public abstract void Complete(Exception? failure);
    }

    private sealed class Topic<TMessage> : Topic
    {
        public HashSet<TopicBuffer> Subscribers { get; } = [];

        public override int Count => Subscribers.Count;

        public override void Complete(Exception? failure)
        {
            foreach (var subscriber in Subscribers)
                subscriber.Complete(failure);
        }
    }
}
