using System.Net;
using System.Net.Sockets;

namespace Oms.Messaging.Webhooks;

/// <summary>Scopes of IPv6 addresses.</summary>
internal static class ScopeIds
{
    /// <summary>The scope of an address; 0 where it has none.</summary>
    internal static long ScopeIdOf(this IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;
}
