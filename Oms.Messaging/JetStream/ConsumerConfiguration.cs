using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>How a consumer gets messages (JetStream API, <c>consumer_configuration</c>); a pull consumer, for it names no delivery subject.</summary>
public sealed record ConsumerConfiguration
{
    /// <summary>The name under which the server remembers it.</summary>
    [JsonPropertyName("durable_name")]
    public string? DurableName { get; init; }

    /// <summary>Its name; that of <see cref="DurableName"/> where it is durable.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>What it must acknowledge.</summary>
    [JsonPropertyName("ack_policy")]
    public AckPolicy AckPolicy { get; init; }

    /// <summary>Where it begins.</summary>
    [JsonPropertyName("deliver_policy")]
    public DeliverPolicy DeliverPolicy { get; init; }

    /// <summary>The number that <see cref="DeliverPolicy.ByStartSequence"/> begins at.</summary>
    [JsonPropertyName("opt_start_seq")]
    public long? StartSequence { get; init; }

    /// <summary>The moment that <see cref="DeliverPolicy.ByStartTime"/> begins at.</summary>
    [JsonPropertyName("opt_start_time")]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>How long an acknowledgement is waited for before the message is given again.</summary>
    [JsonPropertyName("ack_wait")]
    [JsonConverter(typeof(NanosecondsConverter))]
    public TimeSpan AckWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a message is given at most; -1 for any number.</summary>
    [JsonPropertyName("max_deliver")]
    public int MaxDeliver { get; init; } = -1;

    /// <summary>How many may wait for their acknowledgement.</summary>
    [JsonPropertyName("max_ack_pending")]
    public int MaxAckPending { get; init; } = 1000;

    /// <summary>The subject it is narrowed to; null for all of the stream.</summary>
    [JsonPropertyName("filter_subject")]
    public string? FilterSubject { get; init; }

    /// <summary>How long it is kept without being used; zero for the server's default.</summary>
    [JsonPropertyName("inactive_threshold")]
    [JsonConverter(typeof(NanosecondsConverter))]
    public TimeSpan InactiveThreshold { get; init; }
}
