namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>RemoveEventRouteInput</c>.</summary>
internal sealed record RemoveEventRouteInput(string Name, string? Reason);
