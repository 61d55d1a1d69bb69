using Microsoft.AspNetCore.Http;
using Oms.Engine.Execution;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>Accepts WebSockets of the subprotocols graphql-transport-ws and graphql-ws.</summary>
internal sealed class GraphQLSocketEndpoint(GraphQLSocketOptions options)
{
    private readonly ClientCounts _addresses = new();
    private readonly ClientCounts _users = new();

    public async Task RunAsync(HttpContext context, IRequestExecutor executor, CancellationToken stopping, CancellationToken swapped, TimeProvider clock)
    {
        if (!IsOriginAllowed(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var address = ClientCounts.AddressOf(context);
        if (!_addresses.TryEnter(address, options.MaxSocketsPerAddress))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        try
        {
            await AcceptAsync(context, executor, stopping, swapped, clock);
        }
        finally
        {
            _addresses.Leave(address);
        }
    }

    private async Task AcceptAsync(HttpContext context, IRequestExecutor executor, CancellationToken stopping, CancellationToken swapped, TimeProvider clock)
    {
        var subprotocol = SocketSubprotocol.Choose(context.WebSockets.WebSocketRequestedProtocols);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = subprotocol?.Name,
            KeepAliveInterval = options.PeerTimeout / 2,
            KeepAliveTimeout = options.PeerTimeout,
        });
        using var connection = new SocketConnection(socket, options.MaxMessageSize);
        if (subprotocol is not null)
            await new SocketProtocol(connection, new SocketSession(context), subprotocol, executor, options, _users, clock).RunAsync(stopping, swapped);
        else
            await connection.CloseAsync(SocketClose.SubprotocolNotAcceptable, context.RequestAborted);
    }

    // Browsers send cookies along with a WebSocket of any page; the Origin is what tells a foreign page from our own.
    private bool IsOriginAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || request.Headers.Cookie.Count == 0 || options.AllowedOrigins.Contains(origin))
            return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
