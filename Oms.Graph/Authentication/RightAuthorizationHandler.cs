using System.Security.Claims;
using Oms.Domain.Access;
using Oms.Engine.Authorization;
using Oms.Graph.Audit;

namespace Oms.Graph.Authentication;

/// <summary>
/// Decides <c>@authorize</c> by the one table of rights: a policy is the name of a right. Without a policy any known user passes.
/// Denied by default: a policy that names no right stops the start.
/// </summary>
internal sealed class RightAuthorizationHandler : IAuthorizationHandler
{
    /// <inheritdoc/>
    public async ValueTask<AuthorizeResult> AuthorizeAsync(
        AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken)
    {
        var result = Decide(context.User, directive);
        if (result is AuthorizeResult.NotAllowed or AuthorizeResult.NotAuthenticated)
            await DeniedMutations.RecordAsync(context, directive);
        return result;
    }

    /// <inheritdoc/>
    public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy) => ValueTask.FromResult(RightNames.Find(policy) is not null);

    /// <summary>The roles of a user, as the token check let them through.</summary>
    internal static IEnumerable<Role> RolesOf(ClaimsPrincipal user) =>
        user.FindAll(TokenDefaults.RolesClaim).Select(c => RoleNames.Parse(c.Value)).OfType<Role>();

    private static AuthorizeResult Decide(ClaimsPrincipal user, AuthorizeDirective directive)
    {
        if (user.Identity?.IsAuthenticated != true)
            return AuthorizeResult.NotAuthenticated;
        if (!directive.Roles.IsDefaultOrEmpty && !directive.Roles.Any(user.IsInRole))
            return AuthorizeResult.NotAllowed;
        if (directive.Policy is null)
            return AuthorizeResult.Allowed;
        if (RightNames.Find(directive.Policy) is not { } right)
            return AuthorizeResult.PolicyNotFound;
        return RolesOf(user).Any(role => PermissionTable.Allows(role, right)) ? AuthorizeResult.Allowed : AuthorizeResult.NotAllowed;
    }
}
