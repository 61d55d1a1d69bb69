using System.Collections.Immutable;

namespace Oms.Domain.Access;

/// <summary>Who acts, as proven by a token, and from where.</summary>
/// <param name="Subject">The <c>sub</c> of the token.</param>
/// <param name="Roles">The roles it carries.</param>
/// <param name="IpAddress">Where the request came from; null for one without a network.</param>
/// <param name="UserAgent">What the client calls itself; null where it does not.</param>
public sealed record Actor(string Subject, ImmutableArray<Role> Roles, string? IpAddress = null, string? UserAgent = null)
{
    /// <summary>The roles it carries; empty where a stored actor names none, as canonical JSON leaves empty lists out.</summary>
    public ImmutableArray<Role> Roles { get; init; } = Roles.IsDefault ? [] : Roles;

    /// <summary>The registry itself, for what happens by time and not by anybody's request.</summary>
    public static readonly Actor System = new("system", []);
}
