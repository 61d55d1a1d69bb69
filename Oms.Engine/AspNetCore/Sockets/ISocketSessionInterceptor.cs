namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>Decides about WebSocket connections.</summary>
public interface ISocketSessionInterceptor
{
    /// <summary>
    /// Decides about a connection when its <c>connection_init</c> comes. May set <see cref="SocketSession.User"/> from an
    /// <c>authorization</c> in the payload, and until when that holds.
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="payload">What the client sent with the message.</param>
    /// <param name="cancellationToken">Cancelled when the connection ends.</param>
    /// <returns>Whether the connection is accepted; otherwise it is closed with 4403.</returns>
    public ValueTask<ConnectionStatus> OnConnectAsync(
        SocketSession session, ConnectionInitPayload payload, CancellationToken cancellationToken);
}
