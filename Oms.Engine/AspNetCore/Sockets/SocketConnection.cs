using System.Buffers;
using System.Net.WebSockets;
using Oms.Engine.Response;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>
/// A WebSocket as the protocol needs it: whole messages in, bounded; whole messages out, one at a time. A client that does not read holds
/// back whoever writes to it, and so the source of its events, whose buffer is bounded.
/// </summary>
internal sealed class SocketConnection(WebSocket socket, int maxMessageSize) : IDisposable
{
    private const int FirstBufferSize = 4 * 1024;

    private readonly SemaphoreSlim _writing = new(1, 1);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferSize);

    /// <summary>Receives a message.</summary>
    /// <param name="cancellationToken">Cancelled when the connection ends; the socket cannot be used afterwards.</param>
    /// <returns>The message, valid until the next call; or that the client closed; or why the server must close.</returns>
    public async ValueTask<Received> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
                Grow();
            var frame = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (frame.MessageType == WebSocketMessageType.Close)
                return new Received(default, IsClosed: true, null);
            if (frame.MessageType == WebSocketMessageType.Binary)
                return new Received(default, IsClosed: false, SocketClose.Invalid("Invalid message: binary"));
            length += frame.Count;
            if (length > maxMessageSize)
                return new Received(default, IsClosed: false, SocketClose.MessageTooBig);
            if (frame.EndOfMessage)
                return new Received(_buffer.AsMemory(0, length), IsClosed: false, null);
        }
    }

    // Without a token: a frame that can be cancelled costs more, and every frame ends with its connection all the same.
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        await _writing.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask SendAsync(ResponseBuffer message)
    {
        await _writing.WaitAsync();
        try
        {
            var rest = message.AsSequence();
            while (!rest.IsEmpty)
            {
                var block = rest.First;
                rest = rest.Slice(block.Length);
                await socket.SendAsync(block, WebSocketMessageType.Text, rest.IsEmpty, CancellationToken.None);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public async ValueTask CloseAsync(SocketClose close, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.ShortReason, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Abort() => socket.Abort();

    public void Dispose()
    {
        _writing.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    public readonly record struct Received(ReadOnlyMemory<byte> Message, bool IsClosed, SocketClose? Close);
}
