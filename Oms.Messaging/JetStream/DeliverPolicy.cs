using System.Text.Json.Serialization;

namespace Oms.Messaging.JetStream;

/// <summary>Where a new consumer begins.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliverPolicy>))]
public enum DeliverPolicy
{
    /// <summary>At the oldest message.</summary>
    [JsonStringEnumMemberName("all")]
    All,

    /// <summary>At the newest message.</summary>
    [JsonStringEnumMemberName("last")]
    Last,

    /// <summary>At the next message to come.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>At a number.</summary>
    [JsonStringEnumMemberName("by_start_sequence")]
    ByStartSequence,

    /// <summary>At a moment.</summary>
    [JsonStringEnumMemberName("by_start_time")]
    ByStartTime,

    /// <summary>At the newest message of each subject.</summary>
    [JsonStringEnumMemberName("last_per_subject")]
    LastPerSubject,
}
