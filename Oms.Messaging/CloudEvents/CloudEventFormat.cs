using System.Buffers;
using System.Text;
using System.Text.Json;
using Oms.Domain.Events;

namespace Oms.Messaging.CloudEvents;

/// <summary>Events in structured mode (CloudEvents JSON format 1.0.2): attributes and data in one JSON object.</summary>
public static class CloudEventFormat
{
    /// <summary>The content type of one event in structured mode.</summary>
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    /// <summary>The event as one JSON object.</summary>
    public static byte[] Write(EventRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in CloudEventAttributes.Of(record))
                writer.WriteString(name, value);
            writer.WritePropertyName("data");
            writer.WriteRawValue(record.Data.Text);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The data alone, as binary mode carries it.</summary>
    public static byte[] WriteData(EventRecord record) => Encoding.UTF8.GetBytes(record.Data.Text);
}
