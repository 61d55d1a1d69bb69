using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>The <c>error</c> of an answer.</summary>
internal sealed record ApiError
{
    [JsonPropertyName("code")]
    public int Code { get; init; }

    [JsonPropertyName("err_code")]
    public int ErrorCode { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }
}
