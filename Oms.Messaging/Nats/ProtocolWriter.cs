using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Oms.Messaging.Nats;

/// <summary>Writes what a client sends (NATS client protocol).</summary>
internal static class ProtocolWriter
{
    /// <summary><c>CONNECT</c>.</summary>
    internal static void Connect(IBufferWriter<byte> output, ConnectArguments arguments)
    {
        output.Write("CONNECT "u8);
        output.Write(JsonSerializer.SerializeToUtf8Bytes(arguments, NatsJson.Default.ConnectArguments));
        EndLine(output);
    }

    /// <summary><c>PING</c>.</summary>
    internal static void Ping(IBufferWriter<byte> output) => output.Write("PING\r\n"u8);

    /// <summary><c>PONG</c>.</summary>
    internal static void Pong(IBufferWriter<byte> output) => output.Write("PONG\r\n"u8);

    /// <summary><c>SUB</c>.</summary>
    internal static void Subscribe(IBufferWriter<byte> output, string subject, string? queue, long id)
    {
        output.Write("SUB "u8);
        Text(output, subject);
        if (queue is not null)
        {
            output.Write(" "u8);
            Text(output, queue);
        }

        output.Write(" "u8);
        Number(output, id);
        EndLine(output);
    }

    /// <summary><c>UNSUB</c>.</summary>
    internal static void Unsubscribe(IBufferWriter<byte> output, long id)
    {
        output.Write("UNSUB "u8);
        Number(output, id);
        EndLine(output);
    }

    /// <summary><c>PUB</c>, or <c>HPUB</c> where there are headers.</summary>
    internal static void Publish(IBufferWriter<byte> output, in Publication publication)
    {
        var block = publication.HeaderBlock.Span;
        output.Write(block.IsEmpty ? "PUB "u8 : "HPUB "u8);
        Text(output, publication.Subject);
        if (publication.ReplyTo is { } reply)
        {
            output.Write(" "u8);
            Text(output, reply);
        }

        if (!block.IsEmpty)
        {
            output.Write(" "u8);
            Number(output, block.Length);
        }

        output.Write(" "u8);
        Number(output, block.Length + publication.Data.Length);
        EndLine(output);
        output.Write(block);
        output.Write(publication.Data.Span);
        EndLine(output);
    }

    private static void EndLine(IBufferWriter<byte> output) => output.Write("\r\n"u8);

    private static void Text(IBufferWriter<byte> output, string text) => Encoding.UTF8.GetBytes(text, output);

    private static void Number(IBufferWriter<byte> output, long number)
    {
        var span = output.GetSpan(20);
        number.TryFormat(span, out var written, default, CultureInfo.InvariantCulture);
        output.Advance(written);
    }
}
