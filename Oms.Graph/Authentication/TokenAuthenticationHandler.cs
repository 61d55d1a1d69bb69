using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Oms.Graph.Authentication;

/// <summary>Reads <c>Authorization: Bearer …</c> (RFC 6750) and asks <see cref="TokenCheck"/>; a refusal says why in the body and header.</summary>
internal sealed class TokenAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenCheck check)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
            return Task.FromResult(AuthenticateResult.NoResult());
        if (header.Count > 1 || header[0] is not { } value || !value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.Fail("the Authorization header is not one bearer token"));
        var verdict = check.Check(value[Prefix.Length..].Trim());
        if (verdict.User is null)
            return Task.FromResult(AuthenticateResult.Fail(verdict.Reason!));
        var properties = new AuthenticationProperties { ExpiresUtc = verdict.ExpiresAt };
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(verdict.User, properties, Scheme.Name)));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = failure is null ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{failure.Message}\"";
        await Refusals.WriteAsync(Response, "AUTH_NOT_AUTHENTICATED", failure is null
            ? "This needs a token: send 'Authorization: Bearer …'. 'dotnet run --project Oms.Graph -- token --user NAME --role ROLE' prints one."
            : $"The token was refused: {failure.Message}.");
    }
}
