using System.Net.WebSockets;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>Why the server closes a socket: the codes of graphql-transport-ws and of RFC 6455, section 7.4.1.</summary>
internal sealed record SocketClose(int Code, string Reason)
{
    private const int MaxReasonBytes = 123;

    public static readonly SocketClose Normal = new((int)WebSocketCloseStatus.NormalClosure, "");
    public static readonly SocketClose GoingAway = new((int)WebSocketCloseStatus.EndpointUnavailable, "The server stops");
    public static readonly SocketClose SchemaChanged = new((int)WebSocketCloseStatus.EndpointUnavailable, "The schema has changed");
    public static readonly SocketClose InternalError = new((int)WebSocketCloseStatus.InternalServerError, "Internal error");
    public static readonly SocketClose MessageTooBig = new((int)WebSocketCloseStatus.MessageTooBig, "Message too big");
    public static readonly SocketClose Unauthorized = new(4401, "Unauthorized");
    public static readonly SocketClose Expired = new(4403, "Token expired");
    public static readonly SocketClose SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly SocketClose InitializationTimeout = new(4408, "Connection initialisation timeout");
    public static readonly SocketClose TooManyInitializations = new(4429, "Too many initialisation requests");

    /// <summary>The reason in as many whole characters as a close frame has room for.</summary>
    public string ShortReason
    {
        get
        {
            var length = 0;
            var bytes = 0;
            foreach (var rune in Reason.EnumerateRunes())
            {
                bytes += rune.Utf8SequenceLength;
                if (bytes > MaxReasonBytes)
                    return Reason[..length];
                length += rune.Utf16SequenceLength;
            }

            return Reason;
        }
    }

    public static SocketClose Invalid(string reason) => new(4400, reason);

    public static SocketClose Forbidden(string reason) => new(4403, reason);

    public static SocketClose SubscriberExists(string id) => new(4409, $"Subscriber for {id} already exists");
}
