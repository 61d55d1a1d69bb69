using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Oms.Messaging.Webhooks;

/// <summary>
/// Which addresses may be called on behalf of somebody who can name an address: none that leads into the network this process stands in
/// (OWASP SSRF prevention; the registries of IANA for special purposes, RFC 6890), unless the operator allows it.
/// </summary>
/// <param name="allowed">Networks that may be called although they are special, and without TLS.</param>
public sealed class AddressPolicy(ImmutableArray<IPNetwork> allowed)
{
    private static readonly ImmutableArray<IPNetwork> Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/127", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    // An IPv4 address inside an IPv6 one: the prefix, and where the four bytes stand.
    private static readonly ImmutableArray<(IPNetwork Prefix, int Offset)> Embedded =
    [
        (IPNetwork.Parse("::ffff:0:0/96"), 12), (IPNetwork.Parse("::ffff:0:0:0/96"), 12), (IPNetwork.Parse("::/96"), 12),
        (IPNetwork.Parse("64:ff9b::/96"), 12), (IPNetwork.Parse("2002::/16"), 2),
    ];

    /// <summary>Allows nothing special.</summary>
    public static readonly AddressPolicy Public = new([]);

    /// <summary>True when this address may be called.</summary>
    public bool Allows(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (IsAllowedSpecially(address))
            return true;
        if (address.ScopeIdOf() != 0 || Special.Any(n => n.Contains(address)))
            return false;
        return Inner(address) is not { } inner || Allows(inner);
    }

    /// <summary>True when the operator allows this address, although or because it is special.</summary>
    public bool IsAllowedSpecially(IPAddress address) => allowed.Any(n => n.Contains(address))
        || (Inner(address) is { } inner && allowed.Any(n => n.Contains(inner)));

    /// <summary>Why this address can not be a webhook's; null when it can. What its name leads to is looked at when it is called.</summary>
    public string? Refuse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Host.Length == 0)
            return "The address of a webhook is an absolute https URL.";
        if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            return "The address of a webhook has neither a user nor a fragment.";
        var literal = IPAddress.TryParse(url.DnsSafeHost, out var address) ? address : null;
        if (literal is not null && !Allows(literal))
            return $"The address {literal} is private, local or reserved, and this server does not call such addresses.";
        if (url.Scheme == "http" && (literal is null ? allowed.IsEmpty : !IsAllowedSpecially(literal)))
            return "The address of a webhook begins with https.";
        return null;
    }

    private static IPAddress? Inner(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        foreach (var (prefix, offset) in Embedded)
            if (prefix.Contains(address))
                return new IPAddress(address.GetAddressBytes().AsSpan(offset, 4));
        return null;
    }
}
