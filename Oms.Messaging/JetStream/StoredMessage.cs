using System.Text.Json.Serialization;
using Oms.Messaging.Nats;

namespace Oms.Messaging.JetStream;

/// <summary>A message as a stream keeps it.</summary>
public sealed record StoredMessage
{
    /// <summary>Where it was sent to.</summary>
    [JsonPropertyName("subject")]
    public required string Subject { get; init; }

    /// <summary>Its number.</summary>
    [JsonPropertyName("seq")]
    public long Sequence { get; init; }

    /// <summary>When the stream took it.</summary>
    [JsonPropertyName("time")]
    public DateTimeOffset Time { get; init; }

    /// <summary>What it carries; null for nothing.</summary>
    [JsonPropertyName("data")]
    public byte[]? Data { get; init; }

    /// <summary>Its headers as on the wire; null for none.</summary>
    [JsonPropertyName("hdrs")]
    public byte[]? HeaderBytes { get; init; }

    /// <summary>Its headers.</summary>
    [JsonIgnore]
    public NatsHeaders Headers => HeaderBytes is null ? NatsHeaders.Empty : HeaderBlock.Read(HeaderBytes);
}
