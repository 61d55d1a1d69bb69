using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>
/// The one rule for what a hash covers: JSON in UTF-8 without white space, property names in camel case and ordinal order, strings
/// escaped as RFC 8785 does, numbers as they were written, what equals its default left out, enum values by their names in capitals. Golden hashes in the tests hold it; they are only ever added to.
/// </summary>
public static class CanonicalJson
{
    /// <summary>How everything in the store is written and read.</summary>
    public static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>The canonical bytes of a definition, a commit or another stored value.</summary>
    public static byte[] Write<T>(T value) => value is null ? JsonSerializer.SerializeToUtf8Bytes(value, Options) : CanonicalBuffer.Write(value);

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    public static T Read<T>(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<T>(bytes, Options)!;

    /// <summary>A JSON value from outside as canonical text; false when a text in it holds half a surrogate pair, and so is none.</summary>
    public static bool TryLiteral(JsonElement element, [NotNullWhen(true)] out JsonLiteral? literal)
    {
        literal = JsonText.IsUnicode(element.GetRawText()) ? Literal(element) : null;
        return literal is not null;
    }

    /// <summary>A JSON value as canonical text.</summary>
    /// <exception cref="InvalidOperationException">A text in it holds half a surrogate pair; see <see cref="TryLiteral"/>.</exception>
    public static JsonLiteral Literal(JsonElement element)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder, SkipValidation = true }))
            WriteSorted(writer, element);
        return new JsonLiteral(System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>JSON nodes as canonical text.</summary>
    internal static JsonLiteral Sorted(System.Text.Json.Nodes.JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString(Options));
        return Literal(document.RootElement);
    }

    /// <summary>A value of this model as canonical text.</summary>
    public static JsonLiteral Literal<T>(T value) => new(JsonSerializer.Serialize(value, Options));

    // The reader's depth limit (64) bounds this recursion.
    private static void WriteSorted(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    WriteSorted(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    WriteSorted(writer, item);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = CanonicalEncoder.Instance,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { SortAndLeaveOutDefaults } },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void SortAndLeaveOutDefaults(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        var sorted = type.Properties.Where(p => !IsIgnoredInBase(p)).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        type.Properties.Clear();
        var blank = type.CreateObject?.Invoke();
        foreach (var property in sorted)
        {
            type.Properties.Add(property);
            if (property.IsRequired || property.Get is not { } get)
                continue;
            var whenBlank = blank is null ? null : get(blank);
            property.ShouldSerialize = LeftIn(property.PropertyType, whenBlank);
        }
    }

    // The serializer looks for the attribute on the override only.
    private static bool IsIgnoredInBase(JsonPropertyInfo property) => property.AttributeProvider is MemberInfo member
        && Attribute.IsDefined(member, typeof(JsonIgnoreAttribute), inherit: true);

    // Asked for every property of every object that is written: what its type decides is decided once.
    private static Func<object, object?, bool> LeftIn(Type type, object? whenBlank)
    {
        if (type == typeof(LocalizedText))
            return static (_, value) => value is LocalizedText { IsEmpty: false };
        if (type == typeof(Annotations))
            return static (_, value) => value is Annotations { IsEmpty: false };
        if (type.IsAssignableTo(typeof(System.Collections.ICollection)))
            return static (_, value) => value is System.Collections.ICollection { Count: > 0 };
        if (!type.IsSealed)
            return (_, value) => value is not (null or System.Collections.ICollection { Count: 0 }) && !value.Equals(whenBlank);
        return whenBlank is null ? static (_, value) => value is not null : (_, value) => value is not null && !value.Equals(whenBlank);
    }
}
