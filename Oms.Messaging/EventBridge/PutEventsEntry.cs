using System.Text;
using System.Text.Json.Serialization;
using Oms.Domain.Events;
using Oms.Messaging.CloudEvents;

namespace Oms.Messaging.EventBridge;

/// <summary>One entry of PutEvents. The detail is the CloudEvent in structured mode; the detail type is its type.</summary>
internal sealed record PutEventsEntry
{
    private const int TimeBytes = 14;

    [JsonPropertyName("Time")]
    public required long Time { get; init; }

    [JsonPropertyName("Source")]
    public required string Source { get; init; }

    [JsonPropertyName("DetailType")]
    public required string DetailType { get; init; }

    [JsonPropertyName("Detail")]
    public required string Detail { get; init; }

    [JsonPropertyName("EventBusName")]
    public required string Bus { get; init; }

    /// <summary>What the entry counts against the limit of a call (EventBridge user guide, "Calculating PutEvents event entry size").</summary>
    [JsonIgnore]
    public int Size => TimeBytes + Encoding.UTF8.GetByteCount(Source) + Encoding.UTF8.GetByteCount(DetailType) + Encoding.UTF8.GetByteCount(Detail);

    /// <summary>The entry of an event.</summary>
    internal static PutEventsEntry Of(EventRecord record, string bus) => new()
    {
        Time = record.Time.ToUnixTimeSeconds(),
        Source = EventTypes.Prefix.TrimEnd('.'),
        DetailType = record.Type,
        Detail = Encoding.UTF8.GetString(CloudEventFormat.Write(record)),
        Bus = bus,
    };
}
