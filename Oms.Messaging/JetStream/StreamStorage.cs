using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>Where a stream is kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreamStorage>))]
public enum StreamStorage
{
    /// <summary>On disk.</summary>
    [JsonStringEnumMemberName("file")]
    File,

    /// <summary>In memory, gone with the server.</summary>
    [JsonStringEnumMemberName("memory")]
    Memory,
}
