using System.Collections.Immutable;

namespace Oms.Domain.Events;

/// <summary>Which events are told to which targets (domain.md 5.5). Of the routes that match an event the first one decides.</summary>
public sealed record EventRoute
{
    /// <summary>Patterns that one route has of a kind, and targets, at most.</summary>
    public const int MaxEntries = 20;

    /// <summary>The route's name.</summary>
    public required string Name { get; init; }

    /// <summary>Routes are asked from the greatest to the least, those that are equal in the order of names.</summary>
    public int Priority { get; init; }

    /// <summary>Patterns (<see cref="EventPattern"/>) of types without <see cref="EventTypes.Prefix"/>; none for all.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Patterns of branches; none for all, and for events of no branch.</summary>
    public ImmutableArray<string> Branches { get; init; } = [];

    /// <summary>Patterns of authors; none for all.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Which of the targets are told.</summary>
    public RouteStrategy Strategy { get; init; }

    /// <summary>The targets by name, in order; none to tell nobody.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>True when the route decides about an event of this type, branch and author.</summary>
    public bool Matches(string type, string? branch, string author) =>
        MatchesAny(Types, EventTypes.Suffix(type)) && MatchesAny(Branches, branch) && MatchesAny(Authors, author);

    /// <summary>What the route means for a target.</summary>
    public RouteShare ShareOf(string target)
    {
        var place = Targets.IndexOf(target);
        return new(place == 0 || (place > 0 && Strategy == RouteStrategy.All), NextAfter(target));
    }

    /// <summary>Who is told what this target did not take; null for nobody.</summary>
    public string? NextAfter(string target)
    {
        var place = Targets.IndexOf(target);
        return Strategy == RouteStrategy.Failover && place >= 0 && place + 1 < Targets.Length ? Targets[place + 1] : null;
    }

    private static bool MatchesAny(ImmutableArray<string> patterns, string? text)
    {
        if (patterns.IsEmpty)
            return true;
        foreach (var pattern in patterns)
            if (text is not null && EventPattern.Matches(pattern, text))
                return true;
        return false;
    }
}
