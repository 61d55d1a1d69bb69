using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>A consumer as the server has it.</summary>
public sealed record ConsumerInfo
{
    /// <summary>The stream.</summary>
    [JsonPropertyName("stream_name")]
    public required string StreamName { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>How it gets messages.</summary>
    [JsonPropertyName("config")]
    public required ConsumerConfiguration Configuration { get; init; }

    /// <summary>How many messages are still to be given.</summary>
    [JsonPropertyName("num_pending")]
    public long Pending { get; init; }

    /// <summary>How many wait for their acknowledgement.</summary>
    [JsonPropertyName("num_ack_pending")]
    public long AckPending { get; init; }

    /// <summary>How many were given again and wait.</summary>
    [JsonPropertyName("num_redelivered")]
    public long Redelivered { get; init; }
}
