using System.Collections.Immutable;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>The event log, handed on.</summary>
internal sealed class EventFeed(IStore store, Doorbell doorbell, FeedOptions options, TimeProvider time, ILogger<EventFeed> log)
    : LogFeed<LoggedEvent>(doorbell, options, time, log)
{
    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<LoggedEvent>> ReadLogAsync(long after, int count, CancellationToken cancellationToken) =>
        [.. (await store.GetEventsAfterAsync(after, count, cancellationToken)).Select(LoggedEvent.Of)];

    /// <inheritdoc/>
    protected override ValueTask<long> GetLastAsync(CancellationToken cancellationToken) => store.GetLastSequenceAsync(cancellationToken);

    /// <inheritdoc/>
    protected override long SequenceOf(LoggedEvent entry) => entry.Record.Sequence;
}
