using Oms.Engine.Authorization;

namespace Oms.Engine.Tests.Visibility;

/// <summary>Asks for the roles, and takes the policy "known" for being logged in.</summary>
internal sealed class RoleAuthorization : IAuthorizationHandler
{
    private int decisions;

    public int Decisions => decisions;

    public ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref decisions);
        if (context.User.Identity?.IsAuthenticated != true)
            return ValueTask.FromResult(AuthorizeResult.NotAuthenticated);
        return ValueTask.FromResult(directive.Roles.IsEmpty || directive.Roles.Any(context.User.IsInRole) ? AuthorizeResult.Allowed : AuthorizeResult.NotAllowed);
    }

    public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy) => ValueTask.FromResult(policy == "known");
}
