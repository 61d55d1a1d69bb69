using System.Globalization;
using System.Text;
using Oms.Messaging.Nats;

namespace Oms.Messaging.JetStream;

/// <summary>A message given by a consumer. It is given again until it is acknowledged or ended.</summary>
public sealed class JetStreamMessage
{
    private static readonly ReadOnlyMemory<byte> Ack = "+ACK"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Nak = "-NAK"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Term = "+TERM"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Progress = "+WPI"u8.ToArray();

    private readonly NatsConnection connection;
    private readonly NatsMessage message;

    internal JetStreamMessage(NatsConnection connection, NatsMessage message) =>
        (this.connection, this.message, Delivery) = (connection, message, DeliveryInfo.Parse(message.ReplyTo));

    /// <summary>Where it was sent to.</summary>
    public string Subject => message.Subject;

    /// <summary>Its headers.</summary>
    public NatsHeaders Headers => message.Headers;

    /// <summary>What it carries.</summary>
    public ReadOnlyMemory<byte> Data => message.Data;

    /// <summary>What the delivery says of itself.</summary>
    public DeliveryInfo Delivery { get; }

    /// <summary>Says that it is done. Should the word be lost, it is given again.</summary>
    public ValueTask AckAsync(CancellationToken cancellationToken = default) => SayAsync(Ack, cancellationToken);

    /// <summary>Says that it is done, and waits until the server knows.</summary>
    public async Task AckAndWaitAsync(CancellationToken cancellationToken = default) =>
        await connection.RequestAsync(message.ReplyTo!, Ack, null, null, cancellationToken).ConfigureAwait(false);

    /// <summary>Gives it back: it is given again at once, or after a delay.</summary>
    public ValueTask NakAsync(TimeSpan delay = default, CancellationToken cancellationToken = default) => delay <= TimeSpan.Zero
        ? SayAsync(Nak, cancellationToken)
        : SayAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"-NAK {{\"delay\":{delay.Ticks * TimeSpan.NanosecondsPerTick}}}")), cancellationToken);

    /// <summary>Ends it: it is never given again, for no repetition will help.</summary>
    public ValueTask TermAsync(CancellationToken cancellationToken = default) => SayAsync(Term, cancellationToken);

    /// <summary>Says that it is being worked on: the wait for its acknowledgement begins anew.</summary>
    public ValueTask InProgressAsync(CancellationToken cancellationToken = default) => SayAsync(Progress, cancellationToken);

    private ValueTask SayAsync(ReadOnlyMemory<byte> word, CancellationToken cancellationToken) =>
        connection.PublishAsync(message.ReplyTo!, word, cancellationToken: cancellationToken);
}
