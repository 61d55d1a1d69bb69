using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Oms.Messaging.Nats;

/// <summary>The headers of a message as they stand on the wire: a first line <c>NATS/1.0</c> with perhaps a status, then name and value a line.</summary>
internal static class HeaderBlock
{
    private static ReadOnlySpan<byte> Version => "NATS/1.0"u8;

    /// <summary>Reads a block.</summary>
    /// <exception cref="NatsProtocolException">It is none.</exception>
    internal static NatsHeaders Read(ReadOnlySpan<byte> block)
    {
        if (!block.StartsWith(Version) || !block.EndsWith("\r\n\r\n"u8))
            throw new NatsProtocolException("The headers of a message are not whole, or of another version than NATS/1.0.");
        var end = block.IndexOf("\r\n"u8);
        var (status, description) = ReadStatus(block[Version.Length..end].Trim((byte)' '));
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var rest = block[(end + 2)..^2];
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOf("\r\n"u8);
            entries.Add(ReadEntry(rest[..length]));
            rest = rest[(length + 2)..];
        }

        return NatsHeaders.Received(entries.DrainToImmutable(), status, description);
    }

    /// <summary>Writes a block.</summary>
    internal static void Write(IBufferWriter<byte> output, NatsHeaders headers)
    {
        output.Write(Version);
        output.Write("\r\n"u8);
        foreach (var (name, value) in headers.Entries)
        {
            Encoding.UTF8.GetBytes(name, output);
            output.Write(": "u8);
            Encoding.UTF8.GetBytes(value, output);
            output.Write("\r\n"u8);
        }

        output.Write("\r\n"u8);
    }

    private static (int Status, string? Description) ReadStatus(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return (0, null);
        if (text.Length < 3 || !System.Buffers.Text.Utf8Parser.TryParse(text[..3], out int status, out var used) || used != 3)
            throw new NatsProtocolException("The status of a message is no number.");
        return (status, text.Length == 3 ? null : Encoding.UTF8.GetString(text[3..].Trim((byte)' ')));
    }

    private static KeyValuePair<string, string> ReadEntry(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
            throw new NatsProtocolException("A header has no name.");
        return new(Encoding.UTF8.GetString(line[..colon]), Encoding.UTF8.GetString(line[(colon + 1)..].Trim((byte)' ')));
    }
}
