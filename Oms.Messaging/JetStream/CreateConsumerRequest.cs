using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>Asks for a consumer.</summary>
internal sealed record CreateConsumerRequest
{
    [JsonPropertyName("stream_name")]
    public required string StreamName { get; init; }

    [JsonPropertyName("config")]
    public required ConsumerConfiguration Configuration { get; init; }
}
