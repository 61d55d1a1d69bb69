using System.Buffers;
using System.Text.Json;
using Oms.Messaging.CloudEvents;
using Oms.Messaging.Nats;

namespace Oms.Messaging.Inbox;

/// <summary>A message as a CloudEvent in structured mode, whichever mode it came in (CloudEvents NATS protocol binding).</summary>
internal static class IncomingEvent
{
    private const string Prefix = "ce-";

    /// <summary>The event; the content as it is where the headers are none of an event in binary mode, or the content is no JSON.</summary>
    internal static ReadOnlyMemory<byte> Structured(NatsHeaders headers, ReadOnlyMemory<byte> content)
    {
        if (headers[Prefix + "specversion"] is null)
            return content;
        var buffer = new ArrayBufferWriter<byte>(content.Length + 512);
        try
        {
            using var data = JsonDocument.Parse(content);
            using var writer = new Utf8JsonWriter(buffer);
            writer.WriteStartObject();
            foreach (var (name, value) in headers.Entries.DistinctBy(h => h.Key))
                if (name.StartsWith(Prefix, StringComparison.Ordinal) && name != Prefix + "data")
                    writer.WriteString(name[Prefix.Length..], HeaderText.Decode(value));
            writer.WritePropertyName("data");
            data.RootElement.WriteTo(writer);
            writer.WriteEndObject();
        }
        catch (JsonException)
        {
            return content;
        }

        return buffer.WrittenMemory;
    }
}
