using Oms.Messaging.EventBridge;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>Runs a relay for each target that the configuration names. A target that is away never stops the server, at its start or later.</summary>
internal sealed class OutboxRelays(RelayFactory relays, IConfiguration configuration, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        if (NatsSettings.Read(configuration) is { } nats)
            running.Add(RunAsync(new NatsTarget(NatsConnection.Start(nats.Connection), nats.Target, EventTargets.Nats), stoppingToken));
        if (EventBridgeSettings.Read(configuration) is { } bridge)
            running.Add(RunAsync(new EventBridgeTarget(bridge, time, EventTargets.EventBridge), stoppingToken));
        return Task.WhenAll(running);
    }

    private async Task RunAsync(IEventTarget target, CancellationToken cancellationToken)
    {
        await using (target)
            await relays.RunAsync(target, cancellationToken);
    }
}
