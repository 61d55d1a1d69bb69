using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Oms.Benchmarks.Workload;

/// <summary>Many WebSocket clients (RFC 6455) that do as little as possible: they count the frames that come.</summary>
internal sealed class FanOutClients : IDisposable
{
    private readonly List<Socket> sockets = [];
    private long received;

    /// <summary>How many messages have come to all of them.</summary>
    public long Received => Interlocked.Read(ref received);

    /// <summary>When the last of them came, by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long LastAt { get; private set; }

    /// <summary>Opens so many sockets; each sends some messages first and takes as many answers.</summary>
    public async Task OpenAsync(Uri server, string path, int count, IReadOnlyList<string> first, int answers)
    {
        for (var opened = 0; opened < count; opened += 100)
            await Task.WhenAll(Enumerable.Range(0, Math.Min(100, count - opened)).Select(_ => OpenOneAsync(server, path, first, answers, isReading: true)));
    }

    /// <summary>Opens a socket whose client never reads.</summary>
    public Task OpenSilentAsync(Uri server, string path, IReadOnlyList<string> first) => OpenOneAsync(server, path, first, 0, isReading: false);

    /// <summary>Waits until so many messages have come.</summary>
    public async Task WaitAsync(long count)
    {
        for (var limit = Stopwatch.StartNew(); Received < count; await Task.Delay(1))
            if (limit.Elapsed > TimeSpan.FromSeconds(60))
                throw new TimeoutException($"{Received} of {count} messages came");
    }

    public void Dispose() => sockets.ForEach(s => s.Dispose());

    private async Task OpenOneAsync(Uri server, string path, IReadOnlyList<string> first, int answers, bool isReading)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 };
        lock (sockets)
            sockets.Add(socket);
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        var reader = new FrameReader(socket);
        await reader.ReadHeadAsync();
        foreach (var message in first)
            await socket.SendAsync(Masked(message));
        for (var i = 0; i < answers; i++)
            await reader.NextAsync();
        if (isReading)
            _ = CountAsync(reader);
    }

    private async Task CountAsync(FrameReader reader)
    {
        try
        {
            while (true)
            {
                await reader.NextAsync();
                LastAt = Stopwatch.GetTimestamp();
                Interlocked.Increment(ref received);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or EndOfStreamException)
        {
            // Closed at the end of the measurement.
        }
    }

    // A client's frames are masked; with zeros, which change nothing.
    private static byte[] Masked(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var head = bytes.Length < 126 ? new byte[6] : new byte[8];
        head[0] = 0x81;
        head[1] = (byte)(0x80 | (bytes.Length < 126 ? bytes.Length : 126));
        if (bytes.Length >= 126)
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)bytes.Length);
        return [.. head, .. bytes];
    }

    private sealed class FrameReader(Socket socket)
    {
        private readonly byte[] buffer = new byte[2048];
        private int start;
        private int end;

        public async Task ReadHeadAsync()
        {
            int at;
            while ((at = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8)) < 0)
                await FillAsync();
            if (!buffer.AsSpan(start, 12).SequenceEqual("HTTP/1.1 101"u8))
                throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, start, end - start));
            start += at + 4;
        }

        public async Task NextAsync()
        {
            while (end - start < 2)
                await FillAsync();
            var (head, length) = (2, buffer[start + 1] & 0x7F);
            if (length == 126)
            {
                while (end - start < 4)
                    await FillAsync();
                (head, length) = (4, BinaryPrimitives.ReadUInt16BigEndian(buffer.AsSpan(start + 2)));
            }

            if ((buffer[start] & 0x0F) == 8)
                throw new EndOfStreamException();
            for (var rest = head + length; rest > 0;)
            {
                var taken = Math.Min(rest, end - start);
                (start, rest) = (start + taken, rest - taken);
                if (rest > 0)
                    await FillAsync();
            }
        }

        private async Task FillAsync()
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            var count = await socket.ReceiveAsync(buffer.AsMemory(end));
            end += count > 0 ? count : throw new EndOfStreamException();
        }
    }
}
