using System.Security.Cryptography;
using System.Text;

namespace Oms.Messaging.Tests.EventBridge;

/// <summary>Signature Version 4 from its description alone, to check what another implementation signs.</summary>
internal static class SigV4
{
    internal static string Signature(string secret, string date, string region, string service, string canonicalRequest)
    {
        var scope = $"{date[..8]}/{region}/{service}/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { date[..8], region, service, "aws4_request", toSign })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Hex(key);
    }

    internal static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
