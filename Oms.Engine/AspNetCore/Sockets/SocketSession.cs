using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>A WebSocket connection, as interceptors see it.</summary>
public sealed class SocketSession
{
    internal SocketSession(HttpContext httpContext)
    {
        HttpContext = httpContext;
        User = httpContext.User;
        ExpiresAt = SessionDeadline.Of(httpContext);
    }

    /// <summary>The HTTP request that opened the connection.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>Who asks: at first who the HTTP request was authenticated as.</summary>
    public ClaimsPrincipal User { get; set; }

    /// <summary>When the connection is closed with 4403, as the user's authentication ends; null: not before the client leaves.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Global state for every operation on this connection.</summary>
    public IDictionary<string, object?> ContextData { get; } = new ConcurrentDictionary<string, object?>(StringComparer.Ordinal);
}
