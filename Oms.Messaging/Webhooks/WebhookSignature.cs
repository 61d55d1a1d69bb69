using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Oms.Messaging.Webhooks;

/// <summary>Signatures of Standard Webhooks 1.0, symmetric: <c>v1</c>, HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    /// <summary>What a secret starts with as text.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>Bytes of a secret that is made here; the specification asks for 24 to 64.</summary>
    public const int SecretBytes = 32;

    /// <summary>A new secret as text.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The header <c>webhook-signature</c>: one signature for each secret, the first secret's first.</summary>
    /// <param name="secrets">The secrets as text.</param>
    /// <param name="id">The <c>webhook-id</c>.</param>
    /// <param name="timestamp">The <c>webhook-timestamp</c>, seconds since 1970.</param>
    /// <param name="body">The body as it is sent.</param>
    /// <exception cref="FormatException">A text is no secret.</exception>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        return string.Join(' ', secrets.Select(s => "v1," + Convert.ToBase64String(HMACSHA256.HashData(BytesOf(s), signed))));
    }

    private static byte[] BytesOf(string secret) => secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
        ? Convert.FromBase64String(secret[SecretPrefix.Length..])
        : throw new FormatException($"a secret starts with {SecretPrefix}");
}
