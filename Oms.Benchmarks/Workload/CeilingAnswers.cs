using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Oms.Benchmarks.Workload;

/// <summary>
/// Writes JSON as fast as System.Text.Json can: the generated code straight into a writer over memory that is used again, its length told before.
/// <c>WriteAsJsonAsync</c> would be slower on every one of these answers.
/// </summary>
internal static class CeilingAnswers
{
    private static readonly ConcurrentBag<(ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)> Free = [];

    /// <summary>Writes one answer.</summary>
    public static async ValueTask WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type)
    {
        if (!Free.TryTake(out var pair))
            pair = Make();
        pair.Writer.Reset(pair.Buffer);
        JsonSerializer.Serialize(pair.Writer, value, type);
        pair.Writer.Flush();
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = pair.Buffer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(pair.Buffer.WrittenMemory, context.RequestAborted);
        pair.Buffer.ResetWrittenCount();
        Free.Add(pair);
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Make()
    {
        var buffer = new ArrayBufferWriter<byte>();
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
