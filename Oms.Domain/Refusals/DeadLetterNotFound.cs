namespace Oms.Domain.Refusals;

/// <summary>There is no such dead letter.</summary>
/// <param name="Target">The target that was named.</param>
/// <param name="Sequence">The event's number that was named.</param>
public sealed record DeadLetterNotFound(string Target, long Sequence) : Refusal(
    "DEAD_LETTER_NOT_FOUND",
    $"There is no dead letter of event {Sequence} for '{Target}'; `deadLetters` lists those there are.");
