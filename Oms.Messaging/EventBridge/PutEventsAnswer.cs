using System.Text.Json.Serialization;

namespace Oms.Messaging.EventBridge;

/// <summary>What PutEvents answers: one result for each entry, in their order; or of a refused call the error.</summary>
internal sealed record PutEventsAnswer
{
    [JsonPropertyName("Entries")]
    public IReadOnlyList<PutEventsResult> Entries { get; init; } = [];

    [JsonPropertyName("__type")]
    public string? ErrorType { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }
}
