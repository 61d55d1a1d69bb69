using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Oms.Messaging.Nats;

/// <summary>
/// Reads what a server sends (NATS client protocol). It holds no state between calls: what is not whole yet is left in the buffer, so any
/// cutting of the stream gives the same operations. Everything is bounded before it is copied.
/// </summary>
internal static class ProtocolReader
{
    /// <summary>The longest line but <c>INFO</c>.</summary>
    internal const int MaxControlLine = 8 * 1024;

    /// <summary>The longest <c>INFO</c>.</summary>
    internal const int MaxInfo = 1024 * 1024;

    /// <summary>Takes one operation off the buffer's start; false when it is not whole yet.</summary>
    /// <exception cref="NatsProtocolException">This is not the protocol, or is too large.</exception>
    internal static bool TryRead(ref ReadOnlySequence<byte> buffer, int maxMessage, out ServerOperation operation)
    {
        operation = default;
        if (!TryReadLine(buffer, out var line, out var rest))
            return false;
        if (line.Length > MaxControlLine && !IsVerb(line, "INFO"u8))
            throw new NatsProtocolException($"The server sent a line of {line.Length} bytes; at most {MaxControlLine} are taken.");
        var text = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
        if (StartsWithVerb(text, "MSG"u8))
            return TryReadMessage(text[3..], hasHeaders: false, maxMessage, rest, ref buffer, out operation);
        if (StartsWithVerb(text, "HMSG"u8))
            return TryReadMessage(text[4..], hasHeaders: true, maxMessage, rest, ref buffer, out operation);
        operation = ReadSimple(text);
        buffer = rest;
        return true;
    }

    private static ServerOperation ReadSimple(ReadOnlySpan<byte> line)
    {
        if (StartsWithVerb(line, "PING"u8))
            return new(ServerOperationKind.Ping);
        if (StartsWithVerb(line, "PONG"u8))
            return new(ServerOperationKind.Pong);
        if (StartsWithVerb(line, "+OK"u8))
            return new(ServerOperationKind.Ok);
        if (StartsWithVerb(line, "INFO"u8))
            return new(ServerOperationKind.Info, Text(line[4..].Trim((byte)' ')));
        if (StartsWithVerb(line, "-ERR"u8))
            return new(ServerOperationKind.Error, Text(line[4..].Trim((byte)' ').Trim((byte)'\'')));
        throw new NatsProtocolException($"The server sent '{Text(line[..Math.Min(line.Length, 40)])}', which is no operation of the protocol.");
    }

    private static bool TryReadLine(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line, out ReadOnlySequence<byte> rest)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out line, "\r\n"u8))
        {
            if (buffer.Length > MaxInfo)
                throw new NatsProtocolException($"The server sent {buffer.Length} bytes without a line's end.");
            rest = buffer;
            return false;
        }

        if (line.Length > MaxInfo)
            throw new NatsProtocolException($"The server sent a line of {line.Length} bytes.");
        rest = buffer.Slice(reader.Position);
        return true;
    }

    // <subject> <sid> [reply-to] <bytes>, with one more number before the last in HMSG: the bytes of the headers.
    private static bool TryReadMessage(
        ReadOnlySpan<byte> arguments, bool hasHeaders, int maxMessage, ReadOnlySequence<byte> rest, ref ReadOnlySequence<byte> buffer, out ServerOperation operation)
    {
        operation = default;
        Span<Range> parts = stackalloc Range[6];
        var count = Split(arguments, parts);
        var least = hasHeaders ? 4 : 3;
        if (count != least && count != least + 1)
            throw new NatsProtocolException($"The server sent a message line of {count} parts.");
        var total = Number(arguments[parts[count - 1]]);
        var headerBytes = hasHeaders ? Number(arguments[parts[count - 2]]) : 0;
        if (total > maxMessage || headerBytes > total)
            throw new NatsProtocolException($"The server announced a message of {total} bytes with {headerBytes} of headers; at most {maxMessage} are taken.");
        if (rest.Length < total + 2)
            return false;
        var payload = rest.Slice(0, total).ToArray();
        var end = rest.Slice(total, 2);
        if (!IsLineEnd(end))
            throw new NatsProtocolException("A message does not end where the server said it would.");
        var reply = count == least + 1 ? Text(arguments[parts[2]]) : null;
        var headers = hasHeaders ? HeaderBlock.Read(payload.AsSpan(0, (int)headerBytes)) : NatsHeaders.Empty;
        var message = new NatsMessage(Text(arguments[parts[0]]), reply, headers, payload.AsMemory((int)headerBytes));
        operation = new(ServerOperationKind.Message, null, Number(arguments[parts[1]]), message);
        buffer = rest.Slice(total + 2);
        return true;
    }

    private static bool IsLineEnd(ReadOnlySequence<byte> two)
    {
        Span<byte> end = stackalloc byte[2];
        two.CopyTo(end);
        return end.SequenceEqual("\r\n"u8);
    }

    private static int Split(ReadOnlySpan<byte> line, Span<Range> parts)
    {
        var count = 0;
        var at = 0;
        while (at < line.Length)
        {
            while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
                at++;
            var start = at;
            while (at < line.Length && line[at] is not ((byte)' ' or (byte)'\t'))
                at++;
            if (at == start)
                break;
            if (count == parts.Length)
                return count + 1;
            parts[count++] = start..at;
        }

        return count;
    }

    private static long Number(ReadOnlySpan<byte> digits) =>
        digits.Length is > 0 and <= 18 && Utf8Parser.TryParse(digits, out long number, out var used) && used == digits.Length && number >= 0
            ? number
            : throw new NatsProtocolException($"'{Text(digits[..Math.Min(digits.Length, 40)])}' is no number.");

    private static bool IsVerb(ReadOnlySequence<byte> line, ReadOnlySpan<byte> verb)
    {
        Span<byte> start = stackalloc byte[8];
        var length = (int)Math.Min(line.Length, start.Length);
        line.Slice(0, length).CopyTo(start);
        return StartsWithVerb(start[..length], verb);
    }

    // Verbs are compared without case, as the protocol says.
    private static bool StartsWithVerb(ReadOnlySpan<byte> line, ReadOnlySpan<byte> verb) =>
        line.Length >= verb.Length && Ascii.EqualsIgnoreCase(line[..verb.Length], verb) && (line.Length == verb.Length || line[verb.Length] is (byte)' ' or (byte)'\t');

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
