using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Oms.Engine.AspNetCore.Sockets;

/// <summary>How many sockets each client has open.</summary>
internal sealed class ClientCounts
{
    private const int NetworkBytes = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Who a connection comes from. Whoever has an IPv6 address has a whole /64 of them.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(address.GetAddressBytes()[..NetworkBytes]),
        var address => address.MapToIPv4().ToString(),
    };

    /// <summary>Who a user is; null for nobody in particular.</summary>
    public static string? NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? user.FindFirst("sub")?.Value;

    /// <summary>Counts one more.</summary>
    /// <param name="client">The client.</param>
    /// <param name="maximum">How many it may have; null for any number.</param>
    /// <returns>Whether it may have one more; one that may not is not counted.</returns>
    public bool TryEnter(string client, int? maximum)
    {
        lock (gate)
        {
            var open = counts.GetValueOrDefault(client);
            if (open >= maximum)
                return false;
            counts[client] = open + 1;
            return true;
        }
    }

    /// <summary>Counts one less.</summary>
    /// <param name="client">The client.</param>
    public void Leave(string client)
    {
        lock (gate)
        {
            if (--counts[client] == 0)
                counts.Remove(client);
        }
    }
}
