namespace Oms.Engine.Subscriptions;

/// <summary>
/// The readers that an event wakes. One thread wakes many of them, for each that is woken by a thread of its own costs more than what it is sent;
/// while there are many, further threads help, and go on where a resolver blocks one.
/// </summary>
internal sealed class WakeUps : IThreadPoolWorkItem
{
    private const int AtOnce = 64;

    private readonly Lock gate = new();
    private TopicBuffer? head;
    private TopicBuffer? tail;
    private int count;

    /// <summary>Adds a reader; before <see cref="Start"/> only.</summary>
    public void Add(TopicBuffer reader)
    {
        if (tail is null)
            head = reader;
        else
            tail.NextToWake = reader;
        tail = reader;
        count++;
    }

    /// <summary>Begins to wake them.</summary>
    public void Start()
    {
        if (count > 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute()
    {
        // Whoever finds no more than it takes itself is the last one.
        if (Volatile.Read(ref count) > AtOnce)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        for (var i = 0; i < AtOnce && Take() is { } reader; i++)
            reader.Wake();
    }

    private TopicBuffer? Take()
    {
        lock (gate)
        {
            if (head is not { } reader)
                return null;
            (head, reader.NextToWake) = (reader.NextToWake, null);
            count--;
            return reader;
        }
    }
}
