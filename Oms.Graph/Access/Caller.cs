using System.Security.Claims;
using Oms.Domain.Access;
using Oms.Graph.Authentication;
using Oms.Graph.Registry;

namespace Oms.Graph.Access;

/// <summary>Who asks, from where, under which correlation id: what a decision is told of a request.</summary>
/// <param name="accessor">The request; over a socket, the one that opened it.</param>
/// <param name="registry">The registry, for the moment and for identities.</param>
internal sealed class Caller(IHttpContextAccessor accessor, OntologyRegistry registry)
{
    /// <summary>The header by which a client names the correlation id; 1 to 128 visible ASCII characters, else one is made.</summary>
    internal const string CorrelationHeader = "X-Correlation-ID";

    private const string CorrelationItem = "oms.correlation";
    private const int MaxUserAgent = 300;

    /// <summary>The context of a decision for this user.</summary>
    internal CommandContext ContextFor(ClaimsPrincipal user) => registry.ContextFor(ActorOf(user), CorrelationId());

    /// <summary>The user as an actor; one without a token is <c>anonymous</c> and has no roles.</summary>
    internal Actor ActorOf(ClaimsPrincipal user) => new(
        user.Identity is { IsAuthenticated: true, Name: { } subject } ? subject : "anonymous",
        [.. RightAuthorizationHandler.RolesOf(user)],
        accessor.HttpContext?.Connection.RemoteIpAddress?.ToString(),
        Cut(accessor.HttpContext?.Request.Headers.UserAgent));

    // Over a socket many operations share one HTTP request, so there each gets an id of its own.
    private string CorrelationId()
    {
        if (accessor.HttpContext is not { } http || http.WebSockets.IsWebSocketRequest)
            return registry.Ids.Next().ToString("N");
        if (http.Items[CorrelationItem] is string known)
            return known;
        var given = http.Request.Headers[CorrelationHeader].ToString();
        var id = given.Length is > 0 and <= 128 && given.All(c => c is > ' ' and < '\x7f')
            ? given
            : registry.Ids.Next().ToString("N");
        http.Items[CorrelationItem] = id;
        return id;
    }

    private static string? Cut(string? text) => text is { Length: > MaxUserAgent } ? text[..MaxUserAgent] : text;
}
