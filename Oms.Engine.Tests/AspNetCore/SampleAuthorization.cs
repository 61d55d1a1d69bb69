using Oms.Engine.Authorization;

namespace Oms.Engine.Tests.AspNetCore;

/// <summary>Lets nobody through: who is known is not allowed, who is not is not authenticated.</summary>
internal sealed class SampleAuthorization : IAuthorizationHandler
{
    public ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.User.Identity?.IsAuthenticated == true ? AuthorizeResult.NotAllowed : AuthorizeResult.NotAuthenticated);

    public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy) => ValueTask.FromResult(policy == "nobody");
}
