using System.Text.Json.Serialization;

namespace Oms.Messaging.EventBridge;

/// <summary>The body of PutEvents.</summary>
internal sealed record PutEventsRequest
{
    [JsonPropertyName("Entries")]
    public required IReadOnlyList<PutEventsEntry> Entries { get; init; }
}
