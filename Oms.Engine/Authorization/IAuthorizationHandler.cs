namespace Oms.Engine.Authorization;

/// <summary>Decides on <c>@authorize</c> directives. A schema with such directives does not start without one among the services.</summary>
public interface IAuthorizationHandler
{
    /// <summary>Decides on one directive; called once for each directive that a request uses, and again for each event of a subscription.</summary>
    /// <param name="context">The request.</param>
    /// <param name="directive">The directive.</param>
    /// <param name="cancellationToken">Cancelled when the request is aborted.</param>
    /// <returns>The decision.</returns>
    public ValueTask<AuthorizeResult> AuthorizeAsync(AuthorizationContext context, AuthorizeDirective directive, CancellationToken cancellationToken);

    /// <summary>Whether a policy exists; asked for every policy of the schema at the start, which an unknown one stops.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="policy">The policy's name.</param>
    /// <returns>Whether it exists.</returns>
    public ValueTask<bool> HasPolicyAsync(IServiceProvider services, string policy);
}
