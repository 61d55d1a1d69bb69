namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>Limits and times of sockets, whichever subprotocol they speak.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>How long a client may take from opening the socket to <c>connection_init</c>; then it is closed with 4408.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the server sends a <c>ping</c> message (<c>ka</c> in graphql-ws); null: never.</summary>
    public TimeSpan? KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a peer may leave WebSocket ping frames unanswered before the connection is dropped.</summary>
    public TimeSpan PeerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest message in bytes; a longer one closes the socket with 1009.</summary>
    public int MaxMessageSize { get; set; } = 1024 * 1024;

    /// <summary>How many operations may run on one socket at once; further ones are refused with an <c>error</c> message.</summary>
    public int MaxOperations { get; set; } = 100;

    /// <summary>
    /// How many sockets one address may have open (of IPv6: one /64 network); further ones are refused with 429 before they are opened. Null: any
    /// number, as behind a proxy that shows its own address only.
    /// </summary>
    public int? MaxSocketsPerAddress { get; set; } = 1000;

    /// <summary>How many sockets one user may have open; further ones are closed with 4403 when they say who they are. Null: any number.</summary>
    public int? MaxSocketsPerUser { get; set; } = 100;

    /// <summary>
    /// Origins (<c>https://host:port</c>) whose pages may open a socket that carries cookies, beside the server's own. Browsers do not
    /// apply CORS to WebSockets, so a foreign page could otherwise use the visitor's session.
    /// </summary>
    public ISet<string> AllowedOrigins { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long a closing handshake may take before the connection is dropped.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
