namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>Whether a WebSocket connection is accepted.</summary>
public sealed class ConnectionStatus
{
    private static readonly ConnectionStatus Accepted = new(true, "");

    private ConnectionStatus(bool isAccepted, string reason)
    {
        IsAccepted = isAccepted;
        Reason = reason;
    }

    /// <summary>Whether it is.</summary>
    public bool IsAccepted { get; }

    /// <summary>Why it is not; the client sees it. Cut after 123 bytes (RFC 6455, section 5.5).</summary>
    public string Reason { get; }

    /// <summary>Accepts the connection.</summary>
    /// <returns>The status.</returns>
    public static ConnectionStatus Accept() => Accepted;

    /// <summary>Refuses the connection: it is closed with 4403.</summary>
    /// <param name="reason">Why, for the client.</param>
    /// <returns>The status.</returns>
    public static ConnectionStatus Reject(string reason = "Forbidden") => new(false, reason);
}
