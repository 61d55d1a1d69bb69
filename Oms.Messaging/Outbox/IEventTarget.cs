using System.Collections.Immutable;
using Oms.Domain.Events;

namespace Oms.Messaging.Outbox;

/// <summary>Somewhere that events are told to. One relay at a time speaks to it.</summary>
public interface IEventTarget : IAsyncDisposable
{
    /// <summary>Its name, under which its place in the log is kept.</summary>
    string Name { get; }

    /// <summary>What is tried again, and when.</summary>
    RetryPolicy Retries { get; }

    /// <summary>
    /// The number of the last event that the target has, by its own word; that of <paramref name="recorded"/> where it has none. A number
    /// below the recorded one means that the target has lost what it acknowledged, and is told again.
    /// </summary>
    /// <exception cref="DeliveryException">The target can not be asked now.</exception>
    ValueTask<long> FindPositionAsync(RelayState recorded, CancellationToken cancellationToken);

    /// <summary>Tells events, in order, each after the one before it was taken or not at all.</summary>
    ValueTask<Delivery> DeliverAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken);

    /// <summary>Tells one event again, out of its order.</summary>
    ValueTask<Delivery> RepeatAsync(EventRecord repeated, CancellationToken cancellationToken);
}
