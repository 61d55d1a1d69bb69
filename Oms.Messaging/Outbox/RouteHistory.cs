using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Messaging.Outbox;

/// <summary>Which routes hold for which event of the log. The same answer for whoever asks, whenever, as long as the table keeps the set.</summary>
/// <param name="sets">The sets with the numbers of the events after which they hold, in their order.</param>
internal sealed class RouteHistory(ImmutableArray<(long After, RouteSet Set)> sets)
{
    private const int Page = 100;

    /// <summary>Before there were routes: everybody is told everything.</summary>
    internal static readonly RouteHistory Empty = new([]);

    /// <summary>Reads the table. What is known already is not looked for again.</summary>
    internal async ValueTask<RouteHistory> RefreshAsync(IStore store, CancellationToken cancellationToken)
    {
        if (await store.GetDocumentAsync(RouteTable.DocumentKind, RouteTable.Key, cancellationToken).ConfigureAwait(false) is not { } kept)
            return Empty;
        var read = ImmutableArray.CreateBuilder<(long, RouteSet)>();
        foreach (var set in CanonicalJson.Read<RouteTable>(kept.Content.Span).Sets)
        {
            var known = sets.FirstOrDefault(s => s.Set.EventId == set.EventId);
            read.Add(known.Set is null ? (await FindAsync(store, set, cancellationToken).ConfigureAwait(false), set) : known);
        }

        return new(read.DrainToImmutable());
    }

    /// <summary>What the routes mean for an event and a target.</summary>
    internal RouteShare ShareOf(string target, EventRecord record) => SetOf(record.Sequence)?.ShareOf(target, record) ?? RouteShare.Everyone;

    /// <summary>Who is told after a target that did not take an event; null for nobody.</summary>
    internal string? NextAfter(string target, EventRecord record) =>
        SetOf(record.Sequence)?.Find(record.Type, record.Branch, record.Author)?.NextAfter(target);

    /// <summary>True when a route, of now or of before, gives another what this target does not take.</summary>
    internal bool HandsOn(string target) => sets.Any(s => s.Set.HandsOn(target));

    private RouteSet? SetOf(long sequence)
    {
        for (var i = sets.Length - 1; i >= 0; i--)
            if (sets[i].After < sequence)
                return sets[i].Set;
        return null;
    }

    // The event was numbered with the set's own change, soon after the number that the decision saw.
    private static async ValueTask<long> FindAsync(IStore store, RouteSet set, CancellationToken cancellationToken)
    {
        for (var after = set.After; ;)
        {
            var events = await store.GetEventsAfterAsync(after, Page, cancellationToken).ConfigureAwait(false);
            foreach (var record in events)
                if (record.Id == set.EventId)
                    return record.Sequence;
            if (events.IsEmpty)
                throw new StoreException("STORE_DAMAGED", $"the event {set.EventId}, after which routes hold, is not in the log");
            after = events[^1].Sequence;
        }
    }
}
