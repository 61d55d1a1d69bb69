using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Oms.Benchmarks.Workload;

/// <summary>Reads whole WebSocket frames of a server (RFC 6455 section 5.2), none of them longer than its buffer.</summary>
internal sealed class FrameReader(Socket socket)
{
    private readonly byte[] buffer = new byte[2048];
    private int start;
    private int end;

    /// <summary>A frame of a client. It is masked with zeros, which change nothing.</summary>
    public static byte[] Masked(int opcode, ReadOnlySpan<byte> payload)
    {
        var head = payload.Length < 126 ? new byte[6] : new byte[8];
        head[0] = (byte)(0x80 | opcode);
        head[1] = (byte)(0x80 | (payload.Length < 126 ? payload.Length : 126));
        if (payload.Length >= 126)
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)payload.Length);
        return [.. head, .. payload];
    }

    /// <summary>Reads the answer to the handshake.</summary>
    /// <exception cref="InvalidOperationException">The server did not accept it.</exception>
    public async Task ReadHeadAsync()
    {
        int at;
        while ((at = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0)
            await FillAsync();
        if (!buffer.AsSpan(start, 12).SequenceEqual("HTTP/1.1 101"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, start, end - start));
        start += at + 4;
    }

    /// <summary>The next frame; its payload is valid until the next call.</summary>
    public async ValueTask<Frame> NextAsync()
    {
        while (end - start < 2 || end - start < LengthOf(buffer.AsSpan(start, end - start)))
            await FillAsync();
        var whole = LengthOf(buffer.AsSpan(start, end - start));
        var head = (buffer[start + 1] & 0x7F) == 126 ? 4 : 2;
        var frame = new Frame(buffer[start] & 0x0F, buffer.AsMemory(start + head, whole - head));
        start += whole;
        return frame;
    }

    private static int LengthOf(ReadOnlySpan<byte> begun) => (begun[1] & 0x7F) switch
    {
        126 => begun.Length < 4 ? 4 : 4 + BinaryPrimitives.ReadUInt16BigEndian(begun[2..]),
        var length => 2 + length,
    };

    private async ValueTask FillAsync()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
            throw new InvalidOperationException($"a frame is longer than {buffer.Length} bytes");
        var count = await socket.ReceiveAsync(buffer.AsMemory(end));
        end += count > 0 ? count : throw new EndOfStreamException("the connection was closed");
    }

    /// <summary>A frame.</summary>
    /// <param name="Opcode">What it is (RFC 6455 section 11.8).</param>
    /// <param name="Payload">What it carries.</param>
    public readonly record struct Frame(int Opcode, ReadOnlyMemory<byte> Payload);
}
