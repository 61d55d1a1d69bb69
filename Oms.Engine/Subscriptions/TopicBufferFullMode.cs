namespace Oms.Engine.Subscriptions;

/// <summary>What happens to a message for a subscriber whose buffer is full. Whoever sends never waits.</summary>
public enum TopicBufferFullMode
{
    /// <summary>The oldest message in the buffer is dropped.</summary>
    DropOldest,

    /// <summary>The newest message in the buffer is dropped.</summary>
    DropNewest,

    /// <summary>The message that is being sent is dropped.</summary>
    DropWrite,
}
