using System.Security.Claims;

namespace Oms.Graph.Authentication;

/// <summary>What <see cref="TokenCheck"/> says of a token.</summary>
/// <param name="User">The user; null when the token is bad.</param>
/// <param name="ExpiresAt">When the token ends; meaningless when it is bad.</param>
/// <param name="Reason">Why it is bad; null when it is good.</param>
internal sealed record TokenVerdict(ClaimsPrincipal? User, DateTimeOffset ExpiresAt, string? Reason)
{
    /// <summary>A good token.</summary>
    internal static TokenVerdict Good(ClaimsPrincipal user, DateTimeOffset expiresAt) => new(user, expiresAt, null);

    /// <summary>A bad token.</summary>
    internal static TokenVerdict Bad(string reason) => new(null, default, reason);
}
