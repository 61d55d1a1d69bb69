namespace Oms.Domain.Refusals;

/// <summary>Stands last where more reasons were found than are told at once.</summary>
/// <param name="Told">How many are told.</param>
/// <param name="Message">That there are more.</param>
public sealed record FurtherViolations(int Told, string Message) : Refusal("FURTHER_VIOLATIONS", Message);
