namespace Oms.Domain.Refusals;

/// <summary>There is no route of this name.</summary>
/// <param name="Name">The name.</param>
public sealed record EventRouteNotFound(string Name) : Refusal("EVENT_ROUTE_NOT_FOUND", $"There is no route '{Name}'; `eventRoutes` lists those there are.");
