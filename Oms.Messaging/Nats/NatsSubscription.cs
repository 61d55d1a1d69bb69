using System.Threading.Channels;

namespace Oms.Messaging.Nats;

/// <summary>
/// Messages of a subject, in the order in which they came. It survives reconnects; what is sent while the connection is away is not
/// seen, which is what streams are for. One reader at a time.
/// </summary>
public sealed class NatsSubscription : IAsyncDisposable
{
    private readonly NatsConnection connection;
    private readonly Channel<NatsMessage> messages;
    private readonly int capacity;
    private int isOverrun;

    internal NatsSubscription(NatsConnection connection, long id, string subject, string? queue, int capacity)
    {
        (this.connection, Id, Subject, Queue, this.capacity) = (connection, id, subject, queue, capacity);
        messages = Channel.CreateBounded<NatsMessage>(new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true });
    }

    /// <summary>The subject, with wildcards.</summary>
    public string Subject { get; }

    /// <summary>The group whose members share the messages; null when this subscription has all.</summary>
    public string? Queue { get; }

    internal long Id { get; }

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="NatsSlowConsumerException">The buffer ran over and messages were dropped; told once, after the older ones were read.</exception>
    /// <exception cref="ChannelClosedException">The subscription or the connection was ended.</exception>
    public async ValueTask<NatsMessage> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (messages.Reader.TryRead(out var waiting))
            return waiting;
        if (Interlocked.Exchange(ref isOverrun, 0) == 1)
            throw new NatsSlowConsumerException(Subject, capacity);
        return await messages.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a message that is there already.</summary>
    public bool TryRead([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out NatsMessage? message) => messages.Reader.TryRead(out message);

    /// <summary>Ends the subscription at the server.</summary>
    public async ValueTask DisposeAsync()
    {
        End();
        await connection.UnsubscribeAsync(this).ConfigureAwait(false);
    }

    internal void Deliver(NatsMessage message)
    {
        if (!messages.Writer.TryWrite(message))
            Interlocked.Exchange(ref isOverrun, 1);
    }

    internal void End() => messages.Writer.TryComplete();
}
