using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>What a stream holds.</summary>
public sealed record StreamState
{
    /// <summary>How many messages.</summary>
    [JsonPropertyName("messages")]
    public long Messages { get; init; }

    /// <summary>How many bytes.</summary>
    [JsonPropertyName("bytes")]
    public long Bytes { get; init; }

    /// <summary>The oldest message's number.</summary>
    [JsonPropertyName("first_seq")]
    public long FirstSequence { get; init; }

    /// <summary>The newest message's number; it does not fall when messages go, but a stream made anew begins at 0.</summary>
    [JsonPropertyName("last_seq")]
    public long LastSequence { get; init; }

    /// <summary>How many consumers.</summary>
    [JsonPropertyName("consumer_count")]
    public int Consumers { get; init; }
}
