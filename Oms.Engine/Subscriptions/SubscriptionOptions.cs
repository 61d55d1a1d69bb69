namespace Oms.Engine.Subscriptions;

/// <summary>The buffers between those who send to topics and those who read slowly.</summary>
public sealed class SubscriptionOptions
{
    private int _topicBufferCapacity = 64;

    /// <summary>How many messages wait for one subscriber at most; at least 1.</summary>
    public int TopicBufferCapacity
    {
        get => _topicBufferCapacity;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _topicBufferCapacity = value;
        }
    }

    /// <summary>What happens beyond it.</summary>
    public TopicBufferFullMode TopicBufferFullMode { get; set; } = TopicBufferFullMode.DropOldest;

    /// <summary>What stands before the names of topics where they leave this process, so that applications can share one broker; nothing by default.</summary>
    public string TopicPrefix { get; set; } = "";
}
