using Oms.Engine.Authorization;

namespace Oms.Engine.Tests.Execution;

/// <summary>Lets known users through so often; the policy "known" is the only one there is.</summary>
internal sealed class CountedAuthorization : IAuthorizationHandler
{
    public int AllowedTimes { get; init; } = int.MaxValue;

    public int Times { get; private set; }

    public ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken)
    {
        Times++;
        return ValueTask.FromResult(
            context.User.Identity?.IsAuthenticated != true ? AuthorizeResult.NotAuthenticated
            : Times > AllowedTimes ? AuthorizeResult.NotAllowed : AuthorizeResult.Allowed);
    }

    public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy) => ValueTask.FromResult(policy == "known");
}
