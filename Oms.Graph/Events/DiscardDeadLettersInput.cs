namespace Oms.Graph.Events;

/// <summary>GraphQL input <c>DiscardDeadLettersInput</c>.</summary>
internal sealed record DiscardDeadLettersInput(string Target, IReadOnlyList<long> Sequences, string Reason);
