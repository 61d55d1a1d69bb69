using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Messaging.EventBridge;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>Runs a relay for each target that the configuration names. A target that is away never stops the server, at its start or later.</summary>
internal sealed class OutboxRelays(RelayFactory relays, IStore store, IConfiguration configuration, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        if (NatsSettings.Read(configuration) is { } nats)
            running.Add(RunAsync(new NatsTarget(NatsConnection.Start(nats.Connection), nats.Target, EventTargets.Nats), stoppingToken));
        else
            running.Add(PassByAsync(EventTargets.Nats, stoppingToken));
        if (EventBridgeSettings.Read(configuration) is { } bridge)
            running.Add(RunAsync(new EventBridgeTarget(bridge, time, EventTargets.EventBridge), stoppingToken));
        else
            running.Add(PassByAsync(EventTargets.EventBridge, stoppingToken));
        return Task.WhenAll(running);
    }

    // A target that was told once and is configured no more hands on what routes give others then. Of several servers another may have it.
    private async Task PassByAsync(string name, CancellationToken cancellationToken)
    {
        if (!store.IsShared && await store.GetDocumentAsync(RelayState.DocumentKind, name, cancellationToken) is not null)
            await RunAsync(new AbsentTarget(name, 0, "this server is not configured for it", isForever: false), cancellationToken);
    }

    private async Task RunAsync(IEventTarget target, CancellationToken cancellationToken)
    {
        await using (target)
            await relays.RunAsync(target, cancellationToken);
    }
}
