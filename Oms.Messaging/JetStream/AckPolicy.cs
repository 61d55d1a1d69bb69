using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>What a consumer must acknowledge.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AckPolicy>))]
public enum AckPolicy
{
    /// <summary>Each message.</summary>
    [JsonStringEnumMemberName("explicit")]
    Explicit,

    /// <summary>A message, and with it all before it.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>Nothing.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
