using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Shouldly;

namespace Oms.Engine.Tests.AspNetCore.Sockets;

/// <summary>A client of graphql-transport-ws that says what it is told to, right or wrong.</summary>
internal sealed class SocketClient : IDisposable
{
    public const string Subprotocol = "graphql-transport-ws";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[256 * 1024];

    /// <summary>Why the server closed; null while it has not.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    public string? AgreedSubprotocol => _socket.SubProtocol;

    public static Task<SocketClient> ConnectAsync(
        GraphQLHost host, string? subprotocol = Subprotocol, params (string Name, string Value)[] headers) => ConnectAsync(host.Port, subprotocol, headers);

    public static async Task<SocketClient> ConnectAsync(int port, string? subprotocol, params (string Name, string Value)[] headers)
    {
        var client = new SocketClient();
        if (subprotocol is not null)
            client._socket.Options.AddSubProtocol(subprotocol);
        foreach (var (name, value) in headers)
            client._socket.Options.SetRequestHeader(name, value);
        await client._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/graphql"), CancellationToken.None).WaitAsync(Patience);
        return client;
    }

    /// <summary>Connects and has the connection acknowledged.</summary>
    public static Task<SocketClient> OpenAsync(GraphQLHost host, params (string Name, string Value)[] headers) => OpenAsync(host.Port, headers);

    /// <summary>Connects and has the connection acknowledged.</summary>
    public static async Task<SocketClient> OpenAsync(int port, params (string Name, string Value)[] headers)
    {
        var client = await ConnectAsync(port, Subprotocol, headers);
        await client.SendAsync("""{"type":"connection_init"}""");
        (await client.ReceiveAsync()).ShouldBe("""{"type":"connection_ack"}""");
        return client;
    }

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text);

    public Task SendAsync(byte[] message, WebSocketMessageType type) =>
        _socket.SendAsync(message, type, endOfMessage: true, CancellationToken.None).WaitAsync(Patience);

    public Task SubscribeAsync(string id, string query) =>
        SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":{{{JsonSerializer.Serialize(query)}}}}}""");

    public Task CompleteAsync(string id) => SendAsync($$"""{"id":"{{id}}","type":"complete"}""");

    /// <summary>Receives a message.</summary>
    /// <returns>The message; null when the server closed.</returns>
    public async Task<string?> ReceiveAsync()
    {
        var length = 0;
        while (true)
        {
            var frame = await _socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None).AsTask().WaitAsync(Patience);
            if (frame.MessageType == WebSocketMessageType.Close)
                return null;
            length += frame.Count;
            if (frame.EndOfMessage)
                return Encoding.UTF8.GetString(_buffer, 0, length);
        }
    }

    /// <summary>Reads until the server closes.</summary>
    /// <returns>The code it closed with.</returns>
    public async Task<int?> ReadToCloseAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }

        return CloseCode;
    }

    public Task CloseAsync() =>
        _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).WaitAsync(Patience);

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
