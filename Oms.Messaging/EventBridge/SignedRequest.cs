using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace Oms.Messaging.EventBridge;

/// <summary>A request to an AWS service of the JSON 1.1 protocol, signed by Signature Version 4.</summary>
internal static class SignedRequest
{
    private const string Service = "events";
    private const string ContentType = "application/x-amz-json-1.1";

    /// <summary>Signs a call.</summary>
    /// <param name="options">Where to, and the region.</param>
    /// <param name="credentials">As whom.</param>
    /// <param name="operation">What is called, <c>AWSEvents.PutEvents</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="time">The moment of the signature; services take it for five minutes.</param>
    internal static HttpRequestMessage Create(EventBridgeOptions options, ImmutableCredentials credentials, string operation, byte[] body, DateTimeOffset time)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = ContentType,
            ["host"] = options.Endpoint.IsDefaultPort ? options.Endpoint.IdnHost : string.Create(CultureInfo.InvariantCulture, $"{options.Endpoint.IdnHost}:{options.Endpoint.Port}"),
            ["x-amz-content-sha256"] = hash,
            ["x-amz-date"] = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["x-amz-target"] = operation,
        };
        if (credentials.UseToken)
            headers["x-amz-security-token"] = credentials.Token;
        var names = string.Join(';', headers.Keys);
        var canonical = string.Join('\n', ["POST", "/", "", .. headers.Select(h => $"{h.Key}:{h.Value}"), "", names, hash]);
        var signature = AWS4Signer.ComputeSignature(credentials, options.Region, time.UtcDateTime, Service, names, canonical);
        var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        foreach (var (name, value) in headers.Where(h => h.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
            request.Headers.Add(name, value);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
        return request;
    }
}
