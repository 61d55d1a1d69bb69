using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Oms.Engine.AspNetCore;

/// <summary>Indents JSON. Does not recurse, so that its depth does not matter.</summary>
internal static class IndentedJson
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = int.MaxValue };
    private static readonly JsonWriterOptions Writing = new() { Indented = true, MaxDepth = int.MaxValue, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Of(ReadOnlySequence<byte> json)
    {
        var indented = new ArrayBufferWriter<byte>((int)json.Length * 2);
        using var document = JsonDocument.Parse(json, Reading);
        using (var writer = new Utf8JsonWriter(indented, Writing))
            document.WriteTo(writer);
        return indented.WrittenMemory;
    }
}
