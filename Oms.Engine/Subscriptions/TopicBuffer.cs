using System.Threading.Tasks.Sources;

namespace Oms.Engine.Subscriptions;

/// <summary>
/// The events that wait for one subscriber, bounded; whoever writes never waits. It is one reader's. Other than with a channel, whoever writes
/// wakes the reader itself, and so many readers at once (<see cref="WakeUps"/>).
/// </summary>
/// <param name="capacity">How many events wait at most.</param>
/// <param name="fullMode">What happens beyond it.</param>
internal sealed class TopicBuffer(int capacity, TopicBufferFullMode fullMode) : IValueTaskSource<bool>, IThreadPoolWorkItem
{
    private const int FirstSize = 4;

    private readonly Lock gate = new();
    private ManualResetValueTaskSourceCore<bool> wait;
    private TopicEvent?[] events = [];
    private int first;
    private int count;
    private bool isWaiting;
    private bool isComplete;
    private Exception? failure;

    /// <summary>The next one in a list of readers to wake; a reader is in one at most.</summary>
    public TopicBuffer? NextToWake { get; set; }

    /// <summary>Writes an event, unless the buffer is complete.</summary>
    /// <param name="sent">The event.</param>
    /// <param name="isDropped">Whether it, or another one in its place, is dropped.</param>
    /// <returns>Whether the reader waits, and the caller has to call <see cref="Wake"/>.</returns>
    public bool Write(TopicEvent sent, out bool isDropped)
    {
        lock (gate)
        {
            isDropped = !isComplete && count == capacity;
            if (isComplete || (isDropped && !MakeRoom()))
                return false;
            if (count == events.Length)
                Grow();
            events[(first + count++) % events.Length] = sent;
            var hasToWake = isWaiting;
            isWaiting = false;
            return hasToWake;
        }
    }

    /// <summary>Lets the reader go on, on this thread, after <see cref="Write"/> has said so.</summary>
    public void Wake() => wait.SetResult(true);

    /// <summary>Nothing more is written; what waits can still be read.</summary>
    /// <param name="reason">What the reader is told; null when there is nothing wrong.</param>
    public void Complete(Exception? reason)
    {
        lock (gate)
        {
            if (isComplete)
                return;
            (isComplete, failure) = (true, reason);
            if (!isWaiting)
                return;
            isWaiting = false;
        }

        // Whoever completes holds the lock of all topics, or is about to cancel more than this.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Reads an event if there is one.</summary>
    public bool TryRead([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TopicEvent? next)
    {
        lock (gate)
        {
            next = null;
            if (count == 0)
                return false;
            next = events[first]!;
            events[first] = null;
            (first, count) = ((first + 1) % events.Length, count - 1);
            return true;
        }
    }

    /// <summary>Waits for an event.</summary>
    /// <returns>False when there will be none any more.</returns>
    public ValueTask<bool> WaitToReadAsync()
    {
        lock (gate)
        {
            if (count > 0)
                return new(true);
            if (isComplete)
                return failure is null ? new(false) : ValueTask.FromException<bool>(failure);
            wait.Reset();
            isWaiting = true;
            return new(this, wait.Version);
        }
    }

    /// <inheritdoc/>
    public bool GetResult(short token) => wait.GetResult(token);

    /// <inheritdoc/>
    public ValueTaskSourceStatus GetStatus(short token) => wait.GetStatus(token);

    /// <inheritdoc/>
    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        wait.OnCompleted(continuation, state, token, flags);

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute()
    {
        if (failure is null)
            wait.SetResult(false);
        else
            wait.SetException(failure);
    }

    private bool MakeRoom()
    {
        if (fullMode == TopicBufferFullMode.DropWrite)
            return false;
        if (fullMode == TopicBufferFullMode.DropOldest)
            first = (first + 1) % events.Length;
        count--;
        return true;
    }

    private void Grow()
    {
        var larger = new TopicEvent?[Math.Min(capacity, Math.Max(FirstSize, 2 * events.Length))];
        for (var i = 0; i < count; i++)
            larger[i] = events[(first + i) % events.Length];
        (events, first) = (larger, 0);
    }
}
