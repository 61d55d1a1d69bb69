using System.Buffers;
using System.Text;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Graph.Ontology;

/// <summary>
/// The scalar <c>JSON</c>: any JSON value, kept as its canonical text, so that a stored value goes into a response without being read.
/// </summary>
public sealed class JsonLiteralScalar : ScalarCoercion
{
    // The reader of variables has the same bound.
    private const int MaxDepth = 64;

    /// <inheritdoc/>
    public override Type RuntimeType => typeof(JsonLiteral);

    /// <inheritdoc/>
    public override string Expectation => "a JSON value";

    /// <inheritdoc/>
    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        value = null;
        if (!TryWrite(writer, literal, 0))
            return false;
        writer.Flush();
        return TryParse(buffer.WrittenMemory, out value);
    }

    /// <inheritdoc/>
    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        var read = CanonicalJson.TryLiteral(JsonElement.ParseValue(ref reader), out var literal);
        value = literal;
        return read;
    }

    /// <inheritdoc/>
    public override bool TryParseObject(object input, out object? value)
    {
        if (input is JsonLiteral literal)
        {
            value = literal;
            return true;
        }

        var read = CanonicalJson.TryLiteral(input is JsonElement element ? element : JsonSerializer.SerializeToElement(input), out literal!);
        value = literal;
        return read;
    }

    /// <inheritdoc/>
    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        if (value is not JsonLiteral literal)
            return false;
        Encoding.UTF8.GetBytes(literal.Text, output);
        return true;
    }

    private static bool TryParse(ReadOnlyMemory<byte> json, out object? value)
    {
        using var document = JsonDocument.Parse(json);
        var read = CanonicalJson.TryLiteral(document.RootElement, out var literal);
        value = literal;
        return read;
    }

    private static bool TryWrite(Utf8JsonWriter writer, ValueNode literal, int depth)
    {
        switch (literal)
        {
            case NullValueNode:
                writer.WriteNullValue();
                return true;
            case BooleanValueNode boolean:
                writer.WriteBooleanValue(boolean.Value);
                return true;
            case IntValueNode number:
                writer.WriteRawValue(number.Value);
                return true;
            case FloatValueNode number:
                writer.WriteRawValue(number.Value);
                return true;
            case StringValueNode text:
                writer.WriteStringValue(text.Value);
                return true;
            case EnumValueNode name:
                writer.WriteStringValue(name.Value);
                return true;
            case ListValueNode list when depth < MaxDepth:
                return TryWriteList(writer, list, depth);
            case ObjectValueNode fields when depth < MaxDepth:
                return TryWriteObject(writer, fields, depth);
            default:
                return false;
        }
    }

    private static bool TryWriteList(Utf8JsonWriter writer, ListValueNode list, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items)
            if (!TryWrite(writer, item, depth + 1))
                return false;
        writer.WriteEndArray();
        return true;
    }

    private static bool TryWriteObject(Utf8JsonWriter writer, ObjectValueNode fields, int depth)
    {
        writer.WriteStartObject();
        foreach (var entry in fields.Fields)
        {
            writer.WritePropertyName(entry.Name.Value);
            if (!TryWrite(writer, entry.Value, depth + 1))
                return false;
        }

        writer.WriteEndObject();
        return true;
    }
}
