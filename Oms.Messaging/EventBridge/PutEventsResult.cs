using System.Text.Json.Serialization;

namespace Oms.Messaging.EventBridge;

/// <summary>What became of one entry.</summary>
internal sealed record PutEventsResult
{
    [JsonPropertyName("ErrorCode")]
    public string? ErrorCode { get; init; }

    [JsonPropertyName("ErrorMessage")]
    public string? ErrorMessage { get; init; }

    /// <summary>True when the same entry may be taken another time.</summary>
    [JsonIgnore]
    public bool IsTransient => ErrorCode is "ThrottlingException" or "InternalFailure" or "InternalException" or "ServiceUnavailable" or "ConcurrentModificationException";
}
