using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Oms.Graph.Hosting;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>Whether and how events go to NATS; configuration section <c>Nats</c>. Without <c>Nats:Servers</c> none do.</summary>
/// <param name="Connection">How to reach the servers.</param>
/// <param name="Target">Which stream keeps the events.</param>
internal sealed record NatsSettings(NatsOptions Connection, NatsTargetOptions Target)
{
    /// <summary>Reads the section; null when no server is named.</summary>
    /// <exception cref="StartRefusedException">A value can not be used.</exception>
    internal static NatsSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Nats");
        if (string.IsNullOrWhiteSpace(section["Servers"]))
            return null;
        try
        {
            var target = new NatsTargetOptions();
            return new(ConnectionOf(section), target with
            {
                Stream = section["Stream"] ?? target.Stream,
                SubjectPrefix = section["SubjectPrefix"] ?? target.SubjectPrefix,
                MaxAge = section.GetValue("MaxAge", target.MaxAge),
                Replicas = section.GetValue("Replicas", target.Replicas),
            });
        }
        catch (Exception e) when (e is FormatException or IOException or CryptographicException or InvalidOperationException or NatsException)
        {
            throw new StartRefusedException($"The section Nats of the configuration can not be used: {e.Message}");
        }
    }

    private static NatsOptions ConnectionOf(IConfigurationSection section)
    {
        var authorities = new X509Certificate2Collection();
        if (section["AuthorityFile"] is { } file)
            authorities.ImportFromPemFile(file);
        if (section["CredentialsFile"] is { } credentials)
            throw new NatsException($"the credentials in {credentials} are an nkey's, which signs with Ed25519, and .NET has none: use User and Password, or Token");
        return new NatsOptions
        {
            Servers = [.. section["Servers"]!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NatsServer.Parse)],
            Name = $"oms on {Environment.MachineName}",
            User = section["User"], Password = section["Password"], Token = section["Token"], Authorities = authorities,
        };
    }
}
