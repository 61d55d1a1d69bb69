using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>What makes a stream let go of a message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreamRetention>))]
public enum StreamRetention
{
    /// <summary>Age and size only.</summary>
    [JsonStringEnumMemberName("limits")]
    Limits,

    /// <summary>Also that every consumer has acknowledged it.</summary>
    [JsonStringEnumMemberName("interest")]
    Interest,

    /// <summary>Also that one consumer has acknowledged it.</summary>
    [JsonStringEnumMemberName("workqueue")]
    WorkQueue,
}
