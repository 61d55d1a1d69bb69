using Oms.Domain.Events;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>EventRouting</c>.</summary>
internal sealed record EventRouting(string Type, EventRoute? Route, RouteStrategy Strategy, IReadOnlyList<string> Targets);
