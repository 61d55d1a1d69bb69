using Oms.Domain.Events;

namespace Oms.Domain.Refusals;

/// <summary>Nothing is left to decide about a dead letter.</summary>
/// <param name="Target">The target.</param>
/// <param name="Sequence">The event's number.</param>
/// <param name="Status">What became of it.</param>
public sealed record DeadLetterSettled(string Target, long Sequence, DeadLetterStatus Status) : Refusal(
    "DEAD_LETTER_SETTLED",
    $"The dead letter of event {Sequence} for '{Target}' is {Status.ToString().ToUpperInvariant()} already; only one that is WAITING can be replayed or discarded.");
