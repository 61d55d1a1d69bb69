using Oms.Domain.Storage;
using Oms.Graph.Registry;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>Runs a relay for each target that the configuration names. A broker that is away never stops the server, at its start or later.</summary>
internal sealed class OutboxRelays(IStore store, Doorbell doorbell, TimeProvider time, IConfiguration configuration, ILogger<OutboxRelays> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (NatsSettings.Read(configuration) is not { } settings)
            return;
        await using var target = new NatsTarget(NatsConnection.Start(settings.Connection), settings.Target);
        var options = new RelayOptions { Holder = $"{Environment.MachineName}/{Environment.ProcessId}", IsAlone = !store.IsShared };
        await new OutboxRelay(store, target, options, time, () => doorbell.Next, m => log.LogWarning("{Message}", m)).RunAsync(stoppingToken);
    }
}
