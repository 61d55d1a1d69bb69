using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Oms.Benchmarks.Workload;

/// <summary>One WebSocket client (RFC 6455) of a fan-out.</summary>
internal sealed class FanOutClient : IDisposable
{
    private const int Text = 1;
    private const int Close = 8;
    private const int Ping = 9;
    private const int Pong = 10;

    private static readonly byte[] GraphQLPong = FrameReader.Masked(Text, "{\"type\":\"pong\"}"u8);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 };
    private readonly FrameReader reader;

    private FanOutClient() => reader = new FrameReader(socket);

    /// <summary>How many events have come.</summary>
    public int Received { get; private set; }

    /// <summary>How many bytes have come and are not read yet; 0 when the socket is closed.</summary>
    public long Unread => Failure is null ? socket.Available : 0;

    /// <summary>How the connection ended before its time; null while it is open.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Opens a socket, sends messages and takes so many answers.</summary>
    public static async Task<FanOutClient> OpenAsync(Uri server, string path, IReadOnlyList<string> first, int answers)
    {
        var client = new FanOutClient();
        await client.socket.ConnectAsync(IPAddress.Loopback, server.Port);
        await client.socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        await client.reader.ReadHeadAsync();
        foreach (var message in first)
            await client.socket.SendAsync(FrameReader.Masked(Text, Encoding.UTF8.GetBytes(message)));
        for (var i = 0; i < answers; i++)
            await client.reader.NextAsync();
        return client;
    }

    /// <summary>Counts what comes until the measurement ends; what ends it earlier is its <see cref="Failure"/>.</summary>
    public async Task CountAsync(Action counted, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                if (!await IsEventAsync(await reader.NextAsync()))
                    continue;
                Received++;
                counted();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or EndOfStreamException or InvalidOperationException)
        {
            if (!ended.IsCancellationRequested)
                Failure = e;
        }
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask<bool> IsEventAsync(FrameReader.Frame frame)
    {
        if (frame.Opcode == Text && !frame.Payload.Span.SequenceEqual("{\"type\":\"ping\"}"u8))
            return true;
        if (frame.Opcode == Close)
            throw new EndOfStreamException("closed with " + Encoding.UTF8.GetString(frame.Payload.Span[Math.Min(2, frame.Payload.Length)..]));
        if (frame.Opcode is Text or Ping)
            await socket.SendAsync(frame.Opcode == Text ? GraphQLPong : FrameReader.Masked(Pong, frame.Payload.Span));
        return false;
    }
}
