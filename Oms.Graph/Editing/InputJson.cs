using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Engine.Types;

namespace Oms.Graph.Editing;

/// <summary>
/// Writes a coerced input object as the canonical JSON of the model, led by its GraphQL type: only what the client really sent, ids as
/// stable ids, localised texts by language. Its recursion is bounded by the depth that coercion has allowed.
/// </summary>
internal static class InputJson
{
    /// <summary>A whole definition: null stands for what was left out.</summary>
    internal static JsonLiteral Definition(InputObjectType type, IReadOnlyDictionary<string, object?> value) =>
        Literal(type, value, NullHandling.LeftOut, []);

    /// <summary>A merge patch (RFC 7396): null takes a field back to its default.</summary>
    /// <param name="type">The input type.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="without">Fields that say what is patched, and are no part of it.</param>
    internal static JsonLiteral Patch(InputObjectType type, IReadOnlyDictionary<string, object?> value, params ReadOnlySpan<string> without) =>
        Literal(type, value, NullHandling.KeptOutsideLists, without);

    /// <summary>All that was sent, to be compared with another request.</summary>
    /// <param name="type">The input type.</param>
    /// <param name="value">What was sent.</param>
    /// <param name="without">Fields to leave out.</param>
    internal static JsonLiteral Exact(InputObjectType type, IReadOnlyDictionary<string, object?> value, params ReadOnlySpan<string> without) =>
        Literal(type, value, NullHandling.Kept, without);

    private static JsonLiteral Literal(
        InputObjectType type, IReadOnlyDictionary<string, object?> value, NullHandling nulls, ReadOnlySpan<string> without)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = CanonicalJson.Options.Encoder }))
            WriteObject(writer, type, value, nulls, without);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return CanonicalJson.Literal(JsonElement.ParseValue(ref reader));
    }

    private static void WriteObject(
        Utf8JsonWriter writer, InputObjectType type, IReadOnlyDictionary<string, object?> value, NullHandling nulls, ReadOnlySpan<string> without)
    {
        writer.WriteStartObject();
        foreach (var field in type.Fields)
        {
            if (without.Contains(field.Name) || !value.TryGetValue(field.Name, out var sent) || (sent is null && nulls == NullHandling.LeftOut))
                continue;
            writer.WritePropertyName(field.Name);
            Write(writer, field.Type.NullableType, sent, nulls);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IType type, object? value, NullHandling nulls)
    {
        switch (type, value)
        {
            case (_, null):
                writer.WriteNullValue();
                break;
            case (ListType { ItemType: var item }, IEnumerable items) when item.NamedType.Name == "LocalizedStringInput":
                WriteTexts(writer, items, nulls);
                break;
            case (ListType { ItemType: var item }, IEnumerable items):
                WriteList(writer, item.NullableType, items, nulls == NullHandling.Kept ? NullHandling.Kept : NullHandling.LeftOut);
                break;
            case (InputObjectType inner, IReadOnlyDictionary<string, object?> fields):
                WriteObject(writer, inner, fields, nulls, []);
                break;
            case (ScalarType { Name: "ID" }, string id):
                writer.WriteStringValue(InputId.Stable(id));
                break;
            default:
                WriteLeaf(writer, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, IType item, IEnumerable items, NullHandling nulls)
    {
        writer.WriteStartArray();
        foreach (var one in items)
            Write(writer, item, one, nulls);
        writer.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter writer, IEnumerable items, NullHandling nulls)
    {
        var texts = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (IReadOnlyDictionary<string, object?> item in items)
            texts[(string)item["language"]!] = item.GetValueOrDefault("text") as string;
        writer.WriteStartObject();
        foreach (var (language, text) in texts)
            if (text is not null || nulls != NullHandling.LeftOut)
                writer.WriteString(language, text);
        writer.WriteEndObject();
    }

    private static void WriteLeaf(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case JsonLiteral literal:
                writer.WriteRawValue(literal.Text);
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                JsonSerializer.Serialize(writer, value, value.GetType(), CanonicalJson.Options);
                break;
        }
    }
}
