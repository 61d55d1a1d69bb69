using System.Buffers;
using System.Text.Json;
using Oms.Domain.Events;

namespace Oms.Messaging.CloudEvents;

/// <summary>Reads events as older systems wrote them (domain.md 5.6): CloudEvents, rows of their outbox, <c>event_type</c> with <c>data</c>, NATS <c>subject</c> with <c>data</c>.</summary>
public static class LegacyEvent
{
    private static readonly string[] TypeFields = ["type", "event_type", "subject"];
    private static readonly string[] TimeFields = ["time", "created_at", "timestamp"];
    private static readonly string[] DataFields = ["data", "payload"];

    /// <summary>The name of its type as it stands there; null where there is none.</summary>
    public static string? TypeOf(JsonElement legacy) => legacy.ValueKind == JsonValueKind.Object ? Text(legacy, TypeFields) : null;

    /// <summary>The event as CloudEvents 1.0 in structured mode under the name of this registry; null when it is none that this registry has.</summary>
    /// <param name="legacy">The event.</param>
    /// <param name="id">The id where it has none of its own.</param>
    /// <param name="now">The time where it has none of its own.</param>
    public static byte[]? Migrate(JsonElement legacy, string id, DateTimeOffset now)
    {
        if (TypeOf(legacy) is not { } name || LegacyTypes.Migrate(name) is not { } type || Data(legacy) is not { } data)
            return null;
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("specversion", CloudEventAttributes.SpecVersion);
            writer.WriteString("id", Text(legacy, ["id", "event_id"]) ?? id);
            writer.WriteString("type", type);
            writer.WriteString("source", Text(legacy, ["source"]) ?? "/oms");
            writer.WriteString("time", Text(legacy, TimeFields) is { } text && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : now);
            writer.WriteString("datacontenttype", CloudEventAttributes.DataContentType);
            // Extensions had a prefix that names of extensions may not have.
            foreach (var extension in legacy.EnumerateObject().Where(p => p.Name.StartsWith("ce_", StringComparison.Ordinal) && p.Value.ValueKind == JsonValueKind.String))
                writer.WriteString(extension.Name["ce_".Length..], extension.Value.GetString());
            writer.WritePropertyName("data");
            data.WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    // The payload of an outbox row is JSON in a text.
    private static JsonElement? Data(JsonElement legacy)
    {
        foreach (var field in DataFields)
        {
            if (!legacy.TryGetProperty(field, out var data))
                continue;
            if (field != "payload" || data.ValueKind != JsonValueKind.String)
                return data;
            try
            {
                return JsonElement.Parse(data.GetString()!);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        return null;
    }

    private static string? Text(JsonElement legacy, string[] fields)
    {
        foreach (var field in fields)
            if (legacy.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String)
                return value.GetString();
        return null;
    }
}
