namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>ReplayDeadLettersInput</c>.</summary>
internal sealed record ReplayDeadLettersInput(string Target, IReadOnlyList<long> Sequences, string? Reason);
