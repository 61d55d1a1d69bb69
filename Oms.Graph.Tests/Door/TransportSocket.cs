using System.Net.WebSockets;
using System.Text.Json;
using Xunit;

namespace Oms.Graph.Tests.Door;

/// <summary>A client of the protocol graphql-transport-ws.</summary>
internal sealed class TransportSocket : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();

    /// <summary>The code that the server closed with; null while it has not.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Connects and sends <c>connection_init</c>; whether it is acknowledged shows in what comes next.</summary>
    public static async Task<TransportSocket> ConnectAsync(ServerProcess server, string? token)
    {
        var client = new TransportSocket();
        client.socket.Options.AddSubProtocol("graphql-transport-ws");
        await client.socket.ConnectAsync(new Uri($"ws://127.0.0.1:{server.Port}/graphql"), CancellationToken.None);
        await client.SendAsync(new { type = "connection_init", payload = token is null ? null : new { authorization = $"Bearer {token}" } });
        return client;
    }

    public static async Task<TransportSocket> OpenAsync(ServerProcess server, string token)
    {
        var client = await ConnectAsync(server, token);
        var answer = await client.NextAsync();
        return answer?.Text("type") == "connection_ack" ? client : throw new IOException($"no connection_ack: {answer} {client.CloseCode}");
    }

    public Task SubscribeAsync(string id, string query, object? variables = null) => SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    public Task SendAsync(object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message that is no ping; null when the socket was closed.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            using var message = new MemoryStream();
            var buffer = new byte[16 * 1024];
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer, limit.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                message.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            var read = JsonElement.Parse(message.ToArray());
            if (read.Text("type") != "ping")
                return read;
            await SendAsync(new { type = "pong" });
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
