namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>OutboxStats</c>.</summary>
/// <param name="LastSequence">The last number of the log.</param>
/// <param name="WaitingLetters">Dead letters that wait for a person.</param>
/// <param name="PoisonLetters">Those of them that are poison.</param>
/// <param name="Targets">The targets.</param>
internal sealed record OutboxStats(long LastSequence, int WaitingLetters, int PoisonLetters, IReadOnlyList<EventTargetNode> Targets);
