using System.Security.Claims;
using Oms.Domain.Access;
using Oms.Graph.Authentication;

namespace Oms.Graph.Access;

/// <summary>GraphQL type <c>Me</c>.</summary>
internal sealed class Me(ClaimsPrincipal user)
{
    private readonly Role[] roles = [.. RightAuthorizationHandler.RolesOf(user)];

    public string Subject => user.Identity?.Name ?? string.Empty;

    public IReadOnlyList<Role> Roles => roles;

    public IReadOnlyList<string> Permissions => [.. PermissionTable.RightsOf(roles).Select(RightNames.Of)];
}
