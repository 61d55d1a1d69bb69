using Microsoft.IdentityModel.Tokens;

namespace Oms.Graph.Authentication;

/// <summary>Where the keys that tokens are checked with come from.</summary>
internal interface IKeySource
{
    /// <summary>The keys to try for a token that names this key id (null: names none).</summary>
    IEnumerable<SecurityKey> KeysFor(string? keyId);
}
