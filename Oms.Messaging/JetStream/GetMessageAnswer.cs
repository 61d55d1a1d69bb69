using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>One message of a stream.</summary>
internal sealed record GetMessageAnswer
{
    [JsonPropertyName("message")]
    public required StoredMessage Message { get; init; }
}
