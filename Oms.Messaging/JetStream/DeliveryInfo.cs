using System.Globalization;
using Oms.Messaging.Nats;

namespace Oms.Messaging.JetStream;

/// <summary>What a delivery says of itself, read from its acknowledgement subject.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Consumer">The consumer.</param>
/// <param name="Delivered">The how-manieth delivery of this message it is, from 1.</param>
/// <param name="StreamSequence">The message's number in the stream.</param>
/// <param name="ConsumerSequence">The delivery's number in the consumer.</param>
/// <param name="Time">When the stream took the message.</param>
/// <param name="Pending">How many messages are still to be given.</param>
public sealed record DeliveryInfo(string Stream, string Consumer, long Delivered, long StreamSequence, long ConsumerSequence, DateTimeOffset Time, long Pending)
{
    private const int PlainTokens = 9;
    private const int DomainTokens = 11;

    /// <summary>Reads <c>$JS.ACK.…</c>, with or without a domain and an account.</summary>
    /// <exception cref="NatsProtocolException">It is no such subject.</exception>
    internal static DeliveryInfo Parse(string? subject)
    {
        var tokens = subject?.Split('.') ?? [];
        if (tokens.Length < PlainTokens || tokens.Length is > PlainTokens and < DomainTokens || tokens[0] != "$JS" || tokens[1] != "ACK")
            throw new NatsProtocolException($"'{subject}' is no subject of an acknowledgement.");
        var at = tokens.Length == PlainTokens ? 2 : 4;
        return new(tokens[at], tokens[at + 1], Number(tokens[at + 2]), Number(tokens[at + 3]), Number(tokens[at + 4]), TimeOf(Number(tokens[at + 5])), Number(tokens[at + 6]));
    }

    private static DateTimeOffset TimeOf(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    private static long Number(string token) => long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new NatsProtocolException($"'{token}' is no number of a delivery.");
}
