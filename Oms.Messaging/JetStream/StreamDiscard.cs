using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>What a full stream does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreamDiscard>))]
public enum StreamDiscard
{
    /// <summary>It lets the oldest messages go.</summary>
    [JsonStringEnumMemberName("old")]
    Old,

    /// <summary>It refuses new ones.</summary>
    [JsonStringEnumMemberName("new")]
    New,
}
