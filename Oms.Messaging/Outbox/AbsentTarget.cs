using System.Collections.Immutable;
using Oms.Domain.Events;

namespace Oms.Messaging.Outbox;

/// <summary>
/// A target that nobody tells for now, or ever again: a webhook that is disabled or deleted, a broker that the configuration names no more.
/// Its relay hands on what routes give to another then, and leaves the rest where it is.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="after">The number in the log after which it is told.</param>
/// <param name="why">Why it is absent, for operators.</param>
/// <param name="isForever">True when it never comes back.</param>
public sealed class AbsentTarget(string name, long after, string why, bool isForever) : IEventTarget
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public RetryPolicy Retries => RetryPolicy.Broker;

    /// <summary>Why it is absent.</summary>
    public string Why => why;

    /// <summary>True when it never comes back, and nothing waits for it.</summary>
    public bool IsForever => isForever;

    /// <inheritdoc/>
    public ValueTask<long> FindPositionAsync(RelayState recorded, CancellationToken cancellationToken) =>
        new(Math.Max((recorded ?? throw new ArgumentNullException(nameof(recorded))).Position, after));

    /// <inheritdoc/>
    public ValueTask<Delivery> DeliverAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken) => new(new Delivery(0, Failure));

    /// <inheritdoc/>
    public ValueTask<Delivery> RepeatAsync(EventRecord repeated, CancellationToken cancellationToken) => new(new Delivery(0, Failure));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal DeliveryFailure Failure { get; } = new(DeliveryFailureReason.Unavailable, why);
}
