using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>What every answer may carry.</summary>
internal sealed record ApiAnswer
{
    [JsonPropertyName("error")]
    public ApiError? Error { get; init; }
}
