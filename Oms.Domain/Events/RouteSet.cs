using System.Collections.Immutable;

namespace Oms.Domain.Events;

/// <summary>
/// The routes that hold from one event of the log on: from the one that tells of them, so that whoever asks, whenever, gets the same answer
/// for an event, and none falls between two targets that were asked at different times.
/// </summary>
/// <param name="EventId">The id of the <see cref="EventTypes.RoutesChanged"/> after which they hold.</param>
/// <param name="After">A number of the log below that event's.</param>
/// <param name="Routes">The routes, the first to be asked first.</param>
public sealed record RouteSet(string EventId, long After, ImmutableArray<EventRoute> Routes)
{
    /// <summary>The routes; canonical JSON leaves empty lists out.</summary>
    public ImmutableArray<EventRoute> Routes { get; init; } = Routes.IsDefault ? [] : Routes;

    /// <summary>The route that decides about an event; null when none does, and every target is told.</summary>
    public EventRoute? Find(string type, string? branch, string author) => Routes.FirstOrDefault(r => r.Matches(type, branch, author));

    /// <summary>True when one of the routes gives another what this target does not take.</summary>
    public bool HandsOn(string target) => Routes.Any(r => r.NextAfter(target) is not null);

    /// <summary>What the routes mean for an event and a target.</summary>
    public RouteShare ShareOf(string target, EventRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Find(record.Type, record.Branch, record.Author) is { } route ? route.ShareOf(target) : RouteShare.Everyone;
    }
}
