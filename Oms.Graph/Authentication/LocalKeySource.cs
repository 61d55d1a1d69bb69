using Microsoft.IdentityModel.Tokens;

namespace Oms.Graph.Authentication;

/// <summary>The registry's own key.</summary>
/// <param name="key">The key of the data folder.</param>
internal sealed class LocalKeySource(SymmetricSecurityKey key) : IKeySource
{
    /// <inheritdoc/>
    public IEnumerable<SecurityKey> KeysFor(string? keyId) => keyId == key.KeyId ? [key] : [];
}
