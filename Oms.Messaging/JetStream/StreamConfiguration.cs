using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>How a stream keeps messages (JetStream API, <c>stream_configuration</c>). Times are nanoseconds on the wire.</summary>
public sealed record StreamConfiguration
{
    /// <summary>Its name: no dots, blanks or wildcards.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The subjects whose messages it keeps.</summary>
    [JsonPropertyName("subjects")]
    public string[]? Subjects { get; init; }

    /// <summary>What makes it let go of a message.</summary>
    [JsonPropertyName("retention")]
    public StreamRetention Retention { get; init; }

    /// <summary>Where it is kept.</summary>
    [JsonPropertyName("storage")]
    public StreamStorage Storage { get; init; }

    /// <summary>What it does when it is full.</summary>
    [JsonPropertyName("discard")]
    public StreamDiscard Discard { get; init; }

    /// <summary>The most messages; -1 for any number.</summary>
    [JsonPropertyName("max_msgs")]
    public long MaxMessages { get; init; } = -1;

    /// <summary>The most bytes; -1 for any number.</summary>
    [JsonPropertyName("max_bytes")]
    public long MaxBytes { get; init; } = -1;

    /// <summary>The largest message; -1 for the server's bound.</summary>
    [JsonPropertyName("max_msg_size")]
    public int MaxMessageBytes { get; init; } = -1;

    /// <summary>How long it keeps a message; zero for ever.</summary>
    [JsonPropertyName("max_age")]
    [JsonConverter(typeof(NanosecondsConverter))]
    public TimeSpan MaxAge { get; init; }

    /// <summary>How long it remembers ids for deduplication.</summary>
    [JsonPropertyName("duplicate_window")]
    [JsonConverter(typeof(NanosecondsConverter))]
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>On how many servers it is kept.</summary>
    [JsonPropertyName("num_replicas")]
    public int Replicas { get; init; } = 1;

    /// <summary>Whether single messages may be read without a consumer.</summary>
    [JsonPropertyName("allow_direct")]
    public bool AllowDirect { get; init; } = true;
}
