using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Oms.Graph.Hosting;
using Oms.Messaging.EventBridge;

namespace Oms.Graph.Events;

/// <summary>
/// Whether and how events go to Amazon EventBridge; configuration section <c>EventBridge</c>. Without <c>EventBridge:Bus</c> none do.
/// <c>Region</c> (us-east-1), <c>Endpoint</c> (that of the region), <c>AccessKey</c> and <c>SecretKey</c> (else those that the AWS SDK finds: environment,
/// profile, container, instance).
/// </summary>
internal static class EventBridgeSettings
{
    /// <summary>Reads the section; null when no bus is named.</summary>
    /// <exception cref="StartRefusedException">A value can not be used.</exception>
    internal static EventBridgeOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("EventBridge");
        if (section["Bus"] is not { Length: > 0 } bus)
            return null;
        var region = section["Region"] ?? "us-east-1";
        var endpoint = EventBridgeOptions.EndpointOf(region);
        if (section["Endpoint"] is { } given && !Uri.TryCreate(given, UriKind.Absolute, out endpoint!))
            throw new StartRefusedException($"EventBridge:Endpoint is no address: {given}");
        return new(endpoint, region, bus, CredentialsOf(section));
    }

    private static Func<CancellationToken, ValueTask<ImmutableCredentials>> CredentialsOf(IConfigurationSection section)
    {
        if (section["AccessKey"] is { } key)
        {
            var given = new ImmutableCredentials(key, section["SecretKey"] ?? throw new StartRefusedException("EventBridge:AccessKey needs EventBridge:SecretKey"), section["SessionToken"]);
            return _ => new(given);
        }

        return async _ => await (await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync()).GetCredentialsAsync();
    }
}
