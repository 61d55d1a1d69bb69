using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>The event log, handed on.</summary>
internal sealed class EventFeed(IStore store, Doorbell doorbell, FeedOptions options, TimeProvider time, ILogger<EventFeed> log)
    : LogFeed<LoggedEvent>(doorbell, options, time, log)
{
    /// <summary>The messages of one type, and word of each gap, as a subscription tells them.</summary>
    /// <typeparam name="TMessage">The type.</typeparam>
    /// <param name="branches">Those about these branches only; null for all.</param>
    /// <param name="after">The last number that was seen; null to begin with what is to come.</param>
    /// <param name="isWanted">What else is asked of a message; null for nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async IAsyncEnumerable<object> MessagesAsync<TMessage>(
        IReadOnlyList<string>? branches, long? after, Func<TMessage, bool>? isWanted = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var wanted = branches?.ToHashSet(StringComparer.Ordinal);
        await foreach (var item in ReadAsync(after, cancellationToken))
        {
            if (item.Entry is null)
                yield return new ResyncNeeded(item.LastSequence, item.GapReason!);
            else if (item.Entry.Message is TMessage message && wanted?.Contains(item.Entry.Record.Branch!) is not false && isWanted?.Invoke(message) is not false)
                yield return message;
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<LoggedEvent>> ReadLogAsync(long after, int count, CancellationToken cancellationToken) =>
        [.. (await store.GetEventsAfterAsync(after, count, cancellationToken)).Select(LoggedEvent.Of)];

    /// <inheritdoc/>
    protected override ValueTask<long> GetLastAsync(CancellationToken cancellationToken) => store.GetLastSequenceAsync(cancellationToken);

    /// <inheritdoc/>
    protected override long SequenceOf(LoggedEvent entry) => entry.Record.Sequence;
}
