using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Oms.Engine.AspNetCore;

/// <summary>Until when a user's authentication holds, for connections that outlive a request.</summary>
internal static class SessionDeadline
{
    /// <summary>The end of the authentication that ASP.NET Core made for a request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Its end; null when none is known.</returns>
    public static DateTimeOffset? Of(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc ?? Of(context.User);

    /// <summary>The <c>exp</c> claim (RFC 7519, section 4.1.4).</summary>
    /// <param name="user">The user.</param>
    /// <returns>The end; null without such a claim.</returns>
    public static DateTimeOffset? Of(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
