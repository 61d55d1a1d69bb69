using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Oms.Engine.Types;

/// <summary>Writes single JSON values with one writer a thread, so that a value costs no allocation.</summary>
internal static class JsonOutput
{
    // Responses are JSON documents, never parts of HTML, so quotation marks and non-ASCII need no escape beyond JSON's own.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static void WriteString(IBufferWriter<byte> output, ReadOnlySpan<char> value)
    {
        var writer = Rent(output);
        writer.WriteStringValue(value);
        writer.Flush();
    }

    public static void WriteNumber(IBufferWriter<byte> output, double value)
    {
        var writer = Rent(output);
        writer.WriteNumberValue(value);
        writer.Flush();
    }

    public static void WriteNumber(IBufferWriter<byte> output, long value)
    {
        var writer = Rent(output);
        writer.WriteNumberValue(value);
        writer.Flush();
    }

    public static void WriteNumber(IBufferWriter<byte> output, decimal value)
    {
        var writer = Rent(output);
        writer.WriteNumberValue(value);
        writer.Flush();
    }

    public static void WriteBoolean(IBufferWriter<byte> output, bool value) => output.Write(value ? "true"u8 : "false"u8);

    public static void WriteElement(IBufferWriter<byte> output, JsonElement value)
    {
        var writer = Rent(output);
        value.WriteTo(writer);
        writer.Flush();
    }

    private static Utf8JsonWriter Rent(IBufferWriter<byte> output)
    {
        if (_writer is null)
            return _writer = new Utf8JsonWriter(output, Options);
        _writer.Reset(output);
        return _writer;
    }
}
