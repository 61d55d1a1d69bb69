using System.Text;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>
/// The words of a GraphQL subprotocol. What a socket may do and when is the same in both, so that what one refuses the other does not let
/// through.
/// </summary>
internal sealed class SocketSubprotocol
{
    private readonly Dictionary<string, SocketMessageKind> _kinds;

    private SocketSubprotocol(string name, string next, string keepAlive, Dictionary<string, SocketMessageKind> kinds)
    {
        _kinds = kinds;
        Name = name;
        Next = next;
        KeepAlive = Encoding.ASCII.GetBytes($"{{\"type\":\"{keepAlive}\"}}");
    }

    /// <summary>graphql-transport-ws, of the npm package graphql-ws.</summary>
    public static SocketSubprotocol GraphQLTransportWs { get; } = new("graphql-transport-ws", "next", "ping", new(StringComparer.Ordinal)
    {
        ["connection_init"] = SocketMessageKind.ConnectionInit,
        ["ping"] = SocketMessageKind.Ping,
        ["pong"] = SocketMessageKind.Pong,
        ["subscribe"] = SocketMessageKind.Subscribe,
        ["complete"] = SocketMessageKind.Complete,
    });

    /// <summary>
    /// graphql-ws, of the npm package subscriptions-transport-ws (its PROTOCOL.md), which is archived and has many clients still. Its errors are one
    /// object, it tells why it refuses a connection in a message, and it knows nothing of responses in parts.
    /// </summary>
    public static SocketSubprotocol GraphQLWs { get; } = new("graphql-ws", "data", "ka", new(StringComparer.Ordinal)
    {
        ["connection_init"] = SocketMessageKind.ConnectionInit,
        ["start"] = SocketMessageKind.Subscribe,
        ["stop"] = SocketMessageKind.Complete,
        ["connection_terminate"] = SocketMessageKind.ConnectionTerminate,
    })
    {
        IsLegacy = true,
    };

    /// <summary>Its name in <c>Sec-WebSocket-Protocol</c>.</summary>
    public string Name { get; }

    /// <summary>The type of a message with a response.</summary>
    public string Next { get; }

    /// <summary>The message by which the server shows that it is there.</summary>
    public byte[] KeepAlive { get; }

    /// <summary>Whether it is the older one.</summary>
    public bool IsLegacy { get; private init; }

    /// <summary>Which of the subprotocols a client offers is spoken; null for none.</summary>
    public static SocketSubprotocol? Choose(IList<string> offered) =>
        offered.Contains(GraphQLTransportWs.Name) ? GraphQLTransportWs : offered.Contains(GraphQLWs.Name) ? GraphQLWs : null;

    /// <summary>What a client means by a type of message; null where it is none.</summary>
    public SocketMessageKind? KindOf(string? type) => type is not null && _kinds.TryGetValue(type, out var kind) ? kind : null;
}
