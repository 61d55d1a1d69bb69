using Oms.Domain.Events;

namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>SetEventRouteInput</c>.</summary>
internal sealed record SetEventRouteInput(
    string Name,
    int Priority,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Branches,
    IReadOnlyList<string> Authors,
    RouteStrategy Strategy,
    IReadOnlyList<string> Targets)
{
    /// <summary>The route.</summary>
    internal EventRoute ToRoute() => new()
    {
        Name = Name, Priority = Priority, Types = [.. Types], Branches = [.. Branches], Authors = [.. Authors], Strategy = Strategy, Targets = [.. Targets],
    };
}
