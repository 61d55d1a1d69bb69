namespace Oms.Graph.Authentication;

/// <summary>
/// Which tokens are good, from the configuration section <c>Authentication</c>. With neither <see cref="JwksFile"/> nor
/// <see cref="JwksUrl"/> the registry signs and checks with its own key in the data folder (HS256). With one of them only that
/// issuer's asymmetric keys count: one key is never used with two kinds of algorithm (RFC 8725 3.1).
/// </summary>
internal sealed class TokenOptions
{
    /// <summary>The issuer that tokens must name; needed with a JWKS.</summary>
    public string? Issuer { get; set; }

    /// <summary>The audience that tokens must name.</summary>
    public string Audience { get; set; } = TokenDefaults.Audience;

    /// <summary>A file with a JSON Web Key Set (RFC 7517).</summary>
    public string? JwksFile { get; set; }

    /// <summary>An https address of a JSON Web Key Set; http is taken for this machine's own addresses only.</summary>
    public Uri? JwksUrl { get; set; }

    /// <summary>The algorithms taken with a JWKS.</summary>
    public string[] Algorithms { get; set; } = ["RS256", "ES256", "PS256"];

    /// <summary>How far clocks may differ, 0 to 60 seconds.</summary>
    public int ClockSkewSeconds { get; set; } = 30;

    /// <summary>True when the keys come from elsewhere.</summary>
    public bool UsesKeySet => JwksFile is not null || JwksUrl is not null;
}
