using System.Collections.Concurrent;
using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Messaging.Outbox;

namespace Oms.Messaging.Tests.Outbox;

/// <summary>A target that writes down what it is told, and refuses what it is asked to.</summary>
internal sealed class RecordingTarget(string name) : IEventTarget
{
    public string Name => name;

    public RetryPolicy Retries { get; } = new(3, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(10), 2, 0.5);

    internal ConcurrentQueue<EventRecord> Told { get; } = [];

    internal Func<EventRecord, DeliveryFailure?> Refuse { get; set; } = _ => null;

    public ValueTask<long> FindPositionAsync(RelayState recorded, CancellationToken cancellationToken) => new(recorded.Position);

    public ValueTask<Delivery> DeliverAsync(ImmutableArray<EventRecord> events, CancellationToken cancellationToken)
    {
        for (var i = 0; i < events.Length; i++)
        {
            if (Refuse(events[i]) is { } failure)
                return new(new Delivery(i, failure));
            Told.Enqueue(events[i]);
        }

        return new(new Delivery(events.Length, null));
    }

    public ValueTask<Delivery> RepeatAsync(EventRecord repeated, CancellationToken cancellationToken) => DeliverAsync([repeated], cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
