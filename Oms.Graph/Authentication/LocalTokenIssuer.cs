using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Oms.Graph.Authentication;

/// <summary>Signs tokens with the registry's own key: for trying things out, for tests, for a machine that stands alone.</summary>
/// <param name="key">The key of the data folder.</param>
/// <param name="time">The clock.</param>
internal sealed class LocalTokenIssuer(SymmetricSecurityKey key, TimeProvider time)
{
    /// <summary>A signed token for this user and these roles.</summary>
    internal string Issue(string user, IEnumerable<string> roles, TimeSpan lifetime)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = TokenDefaults.LocalIssuer,
            Audience = TokenDefaults.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = user,
                [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
                [TokenDefaults.RolesClaim] = roles.ToArray(),
            },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        };
        return new JsonWebTokenHandler().CreateToken(descriptor);
    }
}
