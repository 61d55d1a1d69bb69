using System.Buffers;
using System.Text.Json;
using Oms.Engine.Language;

namespace Oms.Engine.Types;

/// <summary>Any JSON value, as <see cref="JsonElement"/>. Enum values of documents become strings.</summary>
internal sealed class AnyCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(JsonElement);

    public override string Expectation => "a JSON value";

    public override bool TryParseLiteral(ValueNode literal, out object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
            Write(writer, literal);
        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = int.MaxValue });
        value = JsonElement.ParseValue(ref reader);
        return true;
    }

    public override bool TryParseJson(ref Utf8JsonReader reader, out object? value)
    {
        value = JsonElement.ParseValue(ref reader);
        return true;
    }

    public override bool TryParseObject(object input, out object? value)
    {
        value = input is JsonElement element ? element : JsonSerializer.SerializeToElement(input, input.GetType());
        return true;
    }

    public override bool TryWrite(object value, IBufferWriter<byte> output)
    {
        JsonOutput.WriteElement(output, value is JsonElement element ? element : JsonSerializer.SerializeToElement(value, value.GetType()));
        return true;
    }

    // Recurses as deep as the literal is nested, which the parser bounds.
    private static void Write(Utf8JsonWriter writer, ValueNode literal)
    {
        switch (literal)
        {
            // The grammars of numbers are the same.
            case IntValueNode number: writer.WriteRawValue(number.Value, skipInputValidation: true); break;
            case FloatValueNode number: writer.WriteRawValue(number.Value, skipInputValidation: true); break;
            case StringValueNode text: writer.WriteStringValue(text.Value); break;
            case EnumValueNode name: writer.WriteStringValue(name.Value); break;
            case BooleanValueNode boolean: writer.WriteBooleanValue(boolean.Value); break;
            case ListValueNode list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ObjectValueNode value:
                writer.WriteStartObject();
                foreach (var field in value.Fields)
                {
                    writer.WritePropertyName(field.Name.Value);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case NullValueNode: writer.WriteNullValue(); break;
            default: throw new ArgumentException("A scalar's literal must have its variables replaced before it is read.", nameof(literal));
        }
    }
}
