using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>Asks for one message of a stream.</summary>
internal sealed record GetMessageRequest
{
    [JsonPropertyName("seq")]
    public long? Sequence { get; init; }

    [JsonPropertyName("last_by_subj")]
    public string? LastBySubject { get; init; }
}
