using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oms.Engine.Response;

/// <summary>Writes values whose type is known only at run time: extensions of errors, and scalars that take anything.</summary>
internal static class UntypedValueWriter
{
    /// <summary>Writes a value as JSON.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="value">A string, number, boolean, JSON element or node, null, or a list or dictionary of these; others by their text.</param>
    /// <param name="depth">How deep lists and dictionaries may still be nested; what lies deeper is written as null.</param>
    public static void Write(ResponseBuffer buffer, object? value, int depth)
    {
        switch (value)
        {
            case null:
            case { } when depth == 0:
                buffer.Write("null"u8);
                break;
            case string text:
                JsonText.WriteString(buffer, text);
                break;
            case bool flag:
                JsonText.WriteBoolean(buffer, flag);
                break;
            case int number:
                JsonText.WriteInt32(buffer, number);
                break;
            case long number:
                JsonText.WriteInt64(buffer, number);
                break;
            case double number:
                if (!JsonText.TryWriteDouble(buffer, number))
                    buffer.Write("null"u8);
                break;
            case float number:
                Write(buffer, (double)number, depth);
                break;
            case decimal number:
                JsonText.WriteDecimal(buffer, number);
                break;
            case byte or sbyte or short or ushort or uint:
                JsonText.WriteInt64(buffer, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonElement element:
                WriteJson(buffer, writer => element.WriteTo(writer));
                break;
            case JsonNode node:
                WriteJson(buffer, writer => node.WriteTo(writer));
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(buffer, map, depth - 1);
                break;
            case IEnumerable list:
                WriteList(buffer, list, depth - 1);
                break;
            default:
                JsonText.WriteString(buffer, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private static void WriteMap(ResponseBuffer buffer, IReadOnlyDictionary<string, object?> map, int depth)
    {
        buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var (key, value) in map)
        {
            if (!isFirst)
                buffer.WriteByte((byte)',');
            isFirst = false;
            JsonText.WriteString(buffer, key);
            buffer.WriteByte((byte)':');
            Write(buffer, value, depth);
        }

        buffer.WriteByte((byte)'}');
    }

    private static void WriteList(ResponseBuffer buffer, IEnumerable list, int depth)
    {
        buffer.WriteByte((byte)'[');
        var isFirst = true;
        foreach (var item in list)
        {
            if (!isFirst)
                buffer.WriteByte((byte)',');
            isFirst = false;
            Write(buffer, item, depth);
        }

        buffer.WriteByte((byte)']');
    }

    private static void WriteJson(ResponseBuffer buffer, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        });
        write(writer);
        writer.Flush();
    }
}
