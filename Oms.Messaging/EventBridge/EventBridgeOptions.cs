using Amazon.Runtime;

namespace Oms.Messaging.EventBridge;

/// <summary>Which event bus is told, and as whom.</summary>
/// <param name="Endpoint">Where the service is.</param>
/// <param name="Region">The region that requests are signed for.</param>
/// <param name="Bus">The bus, by name or ARN.</param>
/// <param name="Credentials">Gives the credentials, asked anew for each request, for those of a role end.</param>
public sealed record EventBridgeOptions(Uri Endpoint, string Region, string Bus, Func<CancellationToken, ValueTask<ImmutableCredentials>> Credentials)
{
    /// <summary>The endpoint of a region.</summary>
    public static Uri EndpointOf(string region) => new($"https://events.{region}.amazonaws.com/");
}
