using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>
/// A stream has taken a message. It is not on its disk yet: nats-server syncs later, so a power cut may take it back.
/// </summary>
public sealed record PublishAck
{
    /// <summary>The stream.</summary>
    [JsonPropertyName("stream")]
    public required string Stream { get; init; }

    /// <summary>The message's number in it.</summary>
    [JsonPropertyName("seq")]
    public long Sequence { get; init; }

    /// <summary>True when a message of this id was there already.</summary>
    [JsonPropertyName("duplicate")]
    public bool IsDuplicate { get; init; }
}
