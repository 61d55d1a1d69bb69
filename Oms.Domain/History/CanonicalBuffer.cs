using System.Buffers;
using System.Text.Json;

namespace Oms.Domain.History;

/// <summary>A writer into memory that a thread uses again and again.</summary>
internal sealed class CanonicalBuffer
{
    private const int MostKept = 1 << 18;

    // As deep as the serializer goes.
    private const int MaxDepth = 64;

    [ThreadStatic]
    private static CanonicalBuffer? kept;

    private readonly ArrayBufferWriter<byte> bytes = new(4096);
    private readonly Utf8JsonWriter writer;

    private CanonicalBuffer() => writer = new Utf8JsonWriter(bytes, new JsonWriterOptions
    {
        Encoder = CanonicalEncoder.Instance, MaxDepth = MaxDepth, SkipValidation = true,
    });

    /// <summary>The canonical bytes of a value.</summary>
    internal static byte[] Write<T>(T value)
    {
        var buffer = kept ?? new CanonicalBuffer();
        // Whatever throws on the way leaves it behind.
        kept = null;
        CanonicalValue<T>.Write(buffer.writer, value);
        buffer.writer.Flush();
        var written = buffer.bytes.WrittenSpan.ToArray();
        buffer.bytes.ResetWrittenCount();
        buffer.writer.Reset();
        kept = buffer.bytes.Capacity > MostKept ? null : buffer;
        return written;
    }
}
