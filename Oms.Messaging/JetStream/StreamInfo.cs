using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>A stream as the server has it.</summary>
public sealed record StreamInfo
{
    /// <summary>How it keeps messages.</summary>
    [JsonPropertyName("config")]
    public required StreamConfiguration Configuration { get; init; }

    /// <summary>What it holds.</summary>
    [JsonPropertyName("state")]
    public required StreamState State { get; init; }

    /// <summary>When it was made: a stream that was lost and made again has another moment.</summary>
    [JsonPropertyName("created")]
    public DateTimeOffset Created { get; init; }
}
