using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Oms.Domain.Access;

namespace Oms.Graph.Authentication;

/// <summary>
/// Tells whether a token is good, by RFC 8725: three signed parts and nothing else, an algorithm of the list for a key of the source,
/// issuer, audience, lifetime and subject. The one check for HTTP and for sockets.
/// </summary>
internal sealed class TokenCheck
{
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = TokenDefaults.MaxTokenLength };
    private readonly TokenValidationParameters parameters;
    private readonly KnownTokens known;

    /// <summary>Prepares the check.</summary>
    public TokenCheck(TokenOptions options, IKeySource keys, TimeProvider time)
    {
        known = new KnownTokens(time, TimeSpan.FromSeconds(Math.Clamp(options.ClockSkewSeconds, 0, 60)));
        var algorithms = options.UsesKeySet ? options.Algorithms : [SecurityAlgorithms.HmacSha256];
        if (algorithms.Any(a => options.UsesKeySet && a.StartsWith("HS", StringComparison.OrdinalIgnoreCase)))
            throw new Hosting.StartRefusedException("Authentication:Algorithms names a symmetric algorithm beside a public key set");
        parameters = new TokenValidationParameters
        {
            ValidIssuer = options.UsesKeySet ? options.Issuer : TokenDefaults.LocalIssuer,
            ValidAudience = options.Audience,
            ValidAlgorithms = algorithms,
            ValidTypes = ["JWT", "at+jwt"],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(Math.Clamp(options.ClockSkewSeconds, 0, 60)),
            IssuerSigningKeyResolver = (_, _, keyId, _) => keys.KeysFor(keyId),
            LifetimeValidator = (from, until, _, p) => IsAlive(from, until, p.ClockSkew, time.GetUtcNow().UtcDateTime),
            NameClaimType = JwtRegisteredClaimNames.Sub,
            RoleClaimType = TokenDefaults.RolesClaim,
        };
    }

    /// <summary>The claims of a good token, or why it is not good in words that help a client and tell an attacker nothing.</summary>
    internal TokenVerdict Check(string token)
    {
        if (token.Length > TokenDefaults.MaxTokenLength)
            return TokenVerdict.Bad("the token is too long");
        if (known.Find(token) is { } good)
            return good;
        var verdict = Examine(token);
        if (verdict.User is not null)
            known.Keep(token, verdict);
        return verdict;
    }

    private TokenVerdict Examine(string token)
    {
        if (!HasThreeParts(token))
            return TokenVerdict.Bad("the token is not a signed JWT of three parts");
        var result = handler.ValidateToken(token, parameters);
        if (!result.IsValid)
            return TokenVerdict.Bad(WordsFor(result.Exception));
        var subject = result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value;
        if (string.IsNullOrWhiteSpace(subject) || subject.Length > 256)
            return TokenVerdict.Bad("the token names no subject");
        var expires = ((JsonWebToken)result.SecurityToken).ValidTo;
        return TokenVerdict.Good(new ClaimsPrincipal(Identity(subject, expires, result.ClaimsIdentity)), new DateTimeOffset(expires, TimeSpan.Zero));
    }

    // Only what the registry understands goes on: the subject, its known roles, and until when.
    private static ClaimsIdentity Identity(string subject, DateTime expires, ClaimsIdentity token)
    {
        var roles = token.FindAll(TokenDefaults.RolesClaim).Select(c => RoleNames.Parse(c.Value)).OfType<Role>().Distinct();
        var claims = roles.Select(r => new Claim(TokenDefaults.RolesClaim, RoleNames.Of(r))).Prepend(new Claim(JwtRegisteredClaimNames.Sub, subject))
            .Append(new Claim(JwtRegisteredClaimNames.Exp, EpochTime.GetIntDate(expires).ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        return new ClaimsIdentity(claims, TokenDefaults.Scheme, JwtRegisteredClaimNames.Sub, TokenDefaults.RolesClaim);
    }

    private static bool IsAlive(DateTime? from, DateTime? until, TimeSpan skew, DateTime now) =>
        until is { } end && now <= end + skew && (from is not { } start || now >= start - skew);

    private static bool HasThreeParts(string token)
    {
        var parts = 1;
        foreach (var c in token)
        {
            if (c == '.')
                parts++;
            else if (!char.IsAsciiLetterOrDigit(c) && c is not '-' and not '_')
                return false;
        }

        return parts == 3 && token[0] != '.' && token[^1] != '.';
    }

    private static string WordsFor(Exception? e) => e switch
    {
        SecurityTokenExpiredException or SecurityTokenInvalidLifetimeException or SecurityTokenNotYetValidException or SecurityTokenNoExpirationException
            => "the token is expired or not valid yet",
        SecurityTokenInvalidAudienceException => "the token is for another audience",
        SecurityTokenInvalidIssuerException => "the token is from another issuer",
        SecurityTokenInvalidAlgorithmException => "the token's algorithm is not accepted",
        _ => "the token's signature or form is not valid",
    };
}
