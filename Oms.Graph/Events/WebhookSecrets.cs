using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Oms.Domain.Events;
using Oms.Messaging.Webhooks;

namespace Oms.Graph.Events;

/// <summary>
/// Secrets of webhooks at rest: protected with keys that lie beside the store and not in it, so that who reads the database or a copy of
/// it can not sign.
/// </summary>
internal sealed class WebhookSecrets(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("oms.webhook.secret.v1");

    /// <summary>A new secret: as text for the receiver, and protected to be kept.</summary>
    internal (string Secret, string Protected) Make()
    {
        var secret = WebhookSignature.NewSecret();
        return (secret, protector.Protect(secret));
    }

    /// <summary>The secrets of a webhook as text.</summary>
    /// <exception cref="CryptographicException">This server lacks the key that protects one.</exception>
    internal ImmutableArray<(string Secret, DateTimeOffset? EndsAt)> Read(Webhook webhook) =>
        [.. webhook.Secrets.Select(s => (protector.Unprotect(s.Protected), s.EndsAt))];
}
