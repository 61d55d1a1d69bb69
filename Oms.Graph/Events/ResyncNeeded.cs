namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>ResyncNeeded</c>.</summary>
internal sealed record ResyncNeeded(long LastSequence, string Reason);
