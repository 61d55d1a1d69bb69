using System.Collections.Immutable;

namespace Oms.Domain.Events;

/// <summary>The routes and those they replaced, as one document. A target that is told again is told by the routes that held then.</summary>
public sealed record RouteTable
{
    /// <summary>The kind of document that holds it.</summary>
    public const string DocumentKind = "event-routes";

    /// <summary>Its key.</summary>
    public const string Key = "routes";

    /// <summary>Sets that are kept; of the older ones the oldest kept stands in.</summary>
    public const int MaxSets = 50;

    /// <summary>Routes of one set at most.</summary>
    public const int MaxRoutes = 100;

    /// <summary>The sets, the newest last.</summary>
    public ImmutableArray<RouteSet> Sets { get; init; } = [];

    /// <summary>The routes of now, the first to be asked first.</summary>
    public ImmutableArray<EventRoute> Current() => Sets.IsDefaultOrEmpty ? [] : Sets[^1].Routes;

    /// <summary>True when a route, of now or of before, gives another what this target does not take.</summary>
    public bool HandsOn(string target) => !Sets.IsDefaultOrEmpty && Sets.Any(s => s.HandsOn(target));

    /// <summary>With other routes from an event on.</summary>
    internal RouteTable With(RouteSet added)
    {
        var sets = Sets.Add(added);
        return new RouteTable { Sets = sets.Length > MaxSets ? sets.RemoveRange(0, sets.Length - MaxSets) : sets };
    }
}
