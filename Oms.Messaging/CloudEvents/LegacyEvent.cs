using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Oms.Domain.Events;

namespace Oms.Messaging.CloudEvents;

/// <summary>Reads events as older systems wrote them (domain.md 5.6): CloudEvents, rows of their outbox, <c>event_type</c> with <c>data</c>, NATS <c>subject</c> with <c>data</c>.</summary>
public static class LegacyEvent
{
    private const string Prefix = "ce_";

    private static readonly string[] Known = ["specversion", "id", "type", "source", "time", "datacontenttype", "data"];
    private static readonly string[] TypeFields = ["type", "event_type", "subject"];
    private static readonly string[] TimeFields = ["time", "created_at", "timestamp"];
    private static readonly string[] DataFields = ["data", "payload"];

    /// <summary>The name of its type as it stands there; null where there is none.</summary>
    public static string? TypeOf(JsonElement legacy) => legacy.ValueKind == JsonValueKind.Object ? Text(legacy, TypeFields) : null;

    /// <summary>The event as CloudEvents 1.0 in structured mode under the name of this registry; null when it is none that this registry has.</summary>
    /// <param name="legacy">The event.</param>
    /// <param name="now">The time where it has none of its own.</param>
    public static byte[]? Migrate(JsonElement legacy, DateTimeOffset now)
    {
        if (TypeOf(legacy) is not { } name || LegacyTypes.Migrate(name) is not { } type || Data(legacy) is not { } data)
            return null;
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("specversion", CloudEventAttributes.SpecVersion);
            writer.WriteString("id", Id(legacy));
            writer.WriteString("type", type);
            writer.WriteString("source", Text(legacy, ["source"]) ?? "/oms");
            writer.WriteString("time", Text(legacy, TimeFields) is { } text && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : now);
            writer.WriteString("datacontenttype", CloudEventAttributes.DataContentType);
            foreach (var (attribute, value) in Attributes(legacy))
                writer.WriteString(attribute, value);
            writer.WritePropertyName("data");
            data.WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    // The id is what consumers know an event again by: one that has none gets the same each time it is migrated, and no other gets it.
    private static string Id(JsonElement legacy)
    {
        foreach (var field in (string[])["id", "event_id"])
            if (legacy.TryGetProperty(field, out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                return id.ToString();
        return $"legacy-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(legacy.GetRawText())).AsSpan(0, 16))}";
    }

    // What else an event says of itself. Extensions of older systems had a prefix that names of extensions may not have; the columns of their rows are no attributes.
    private static IEnumerable<KeyValuePair<string, string>> Attributes(JsonElement legacy)
    {
        var isCloudEvent = legacy.TryGetProperty("specversion", out _);
        return legacy.EnumerateObject()
            .Select(p => (Name: p.Name.StartsWith(Prefix, StringComparison.Ordinal) ? p.Name[Prefix.Length..] : isCloudEvent && !Known.Contains(p.Name) ? p.Name : string.Empty, p.Value))
            .Where(p => p.Name.Length > 0 && p.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                && p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            .DistinctBy(p => p.Name)
            .Select(p => KeyValuePair.Create(p.Name, p.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? p.Value.ToString() : p.Value.GetRawText()));
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
