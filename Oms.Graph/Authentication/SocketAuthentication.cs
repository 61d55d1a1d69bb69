using Oms.Engine.AspNetCore.Sockets;

namespace Oms.Graph.Authentication;

/// <summary>
/// Lets a socket in with a good token only: the one of the upgrade request, or <c>authorization</c> in the payload of
/// <c>connection_init</c>. The socket is closed when the token ends.
/// </summary>
/// <param name="check">The one check of tokens.</param>
internal sealed class SocketAuthentication(TokenCheck check) : ISocketSessionInterceptor
{
    private const string Prefix = "Bearer ";

    /// <inheritdoc/>
    public ValueTask<ConnectionStatus> OnConnectAsync(SocketSession session, ConnectionInitPayload payload, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Decide(session, payload.GetString("authorization")));

    private ConnectionStatus Decide(SocketSession session, string? header)
    {
        if (header is null)
            return session.User.Identity?.IsAuthenticated == true
                ? ConnectionStatus.Accept()
                : ConnectionStatus.Reject("Send {\"authorization\": \"Bearer …\"} as the payload of connection_init.");
        var verdict = check.Check(header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..].Trim() : header);
        if (verdict.User is null)
            return ConnectionStatus.Reject($"The token was refused: {verdict.Reason}.");
        (session.User, session.ExpiresAt) = (verdict.User, verdict.ExpiresAt);
        return ConnectionStatus.Accept();
    }
}
