using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Events;
using Oms.Messaging.Inbox;
using Oms.Messaging.Nats;

namespace Oms.Graph.Indexing;

/// <summary>
/// Takes the events of the indexing pipeline from JetStream, where NATS is configured; without it indexers use the mutations. A broker that
/// is away never stops the server, at its start or later.
/// </summary>
internal sealed class FunnelConsumer(IStore store, FunnelInbox inbox, TimeProvider time, IConfiguration configuration, ILogger<FunnelConsumer> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (NatsSettings.Read(configuration) is not { } nats)
            return;
        var settings = FunnelSettings.Read(configuration);
        await using var connection = NatsConnection.Start(nats.Connection);
        await new InboxConsumer(store, connection, settings.Inbox, TakeAsync, time, m => log.LogWarning("{Message}", m)).RunAsync(stoppingToken);

        async ValueTask<Refusal?> TakeAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            var outcome = await inbox.TakeAsync(settings.Indexer, settings.Inbox.Durable, content, cancellationToken);
            return outcome.IsOk ? null : outcome.Refusals[0];
        }
    }
}
