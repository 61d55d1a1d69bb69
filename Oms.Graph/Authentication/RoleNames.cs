using System.Text.Json;
using Oms.Domain.Access;

namespace Oms.Graph.Authentication;

/// <summary>Roles as tokens and the command line write them: <c>admin</c>, <c>service_account</c> …</summary>
internal static class RoleNames
{
    private static readonly Dictionary<string, Role> ByName =
        Enum.GetValues<Role>().ToDictionary(r => JsonNamingPolicy.SnakeCaseLower.ConvertName(r.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<Role, string> ByRole = ByName.ToDictionary(p => p.Value, p => p.Key);

    /// <summary>Every name.</summary>
    internal static IReadOnlyCollection<string> All => ByName.Keys;

    /// <summary>The role of this name; null where there is none.</summary>
    internal static Role? Parse(string name) => ByName.TryGetValue(name, out var role) ? role : null;

    /// <summary>The name of a role.</summary>
    internal static string Of(Role role) => ByRole[role];
}
