using Oms.Domain.Storage;
using Oms.Graph.Registry;
using Oms.Messaging.Outbox;

namespace Oms.Graph.Events;

/// <summary>Runs relays as this process does.</summary>
internal sealed class RelayFactory(IStore store, Doorbell doorbell, TimeProvider time, ILogger<OutboxRelay> log)
{
    private readonly RelayOptions options = new() { Holder = $"{Environment.MachineName}/{Environment.ProcessId}", IsAlone = !store.IsShared };

    /// <summary>Tells a target until cancelled, or until it wants no more: then why.</summary>
    internal Task<string?> RunAsync(IEventTarget target, CancellationToken cancellationToken) =>
        new OutboxRelay(store, target, options, time, () => doorbell.Next, m => log.LogWarning("{Message}", m)).RunAsync(cancellationToken);
}
