using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Domain.Events;

/// <summary>Writes other routes down: the table, the entry and the event after which they hold.</summary>
internal static class RouteWriting
{
    internal static Change Write(
        Journal journal,
        (RouteTable Table, long Version) routes,
        long last,
        IEnumerable<EventRoute> after,
        string verb,
        EventRoute? before,
        EventRoute? now,
        string? reason = null)
    {
        var name = (now ?? before)!.Name;
        ImmutableArray<EventRoute> ordered = [.. after.OrderByDescending(r => r.Priority).ThenBy(r => r.Name, StringComparer.Ordinal)];
        var told = journal.TellAbout(EventTypes.RoutesChanged, $"route/{name}", new RoutesChangedData(ordered));
        journal.Record(TargetTypes.EventRoute, name, verb, e => e with { Before = Literal(before), After = Literal(now), Reason = reason });
        return new Change
        {
            Documents = [new(RouteTable.DocumentKind, RouteTable.Key, routes.Version, CanonicalJson.Write(routes.Table.With(new RouteSet(told, last, ordered))))],
            Audit = journal.Entries,
            Events = journal.Events,
        };
    }

    private static JsonLiteral? Literal(EventRoute? route) => route is null ? null : CanonicalJson.Literal(route);
}
