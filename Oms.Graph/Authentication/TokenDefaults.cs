namespace Oms.Graph.Authentication;

/// <summary>The words that tokens and their checks share.</summary>
internal static class TokenDefaults
{
    /// <summary>The authentication scheme.</summary>
    internal const string Scheme = "Bearer";

    /// <summary>The issuer of tokens that this registry signs itself.</summary>
    internal const string LocalIssuer = "oms-local";

    /// <summary>The audience that every token must name.</summary>
    internal const string Audience = "oms";

    /// <summary>The claim with the roles.</summary>
    internal const string RolesClaim = "roles";

    /// <summary>A token longer than this many characters is refused unread.</summary>
    internal const int MaxTokenLength = 8 * 1024;
}
