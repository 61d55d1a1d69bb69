namespace Oms.Domain.Refusals;

/// <summary>A number, a length or a duration lies outside its limits.</summary>
/// <param name="What">What was measured, with its unit.</param>
/// <param name="Minimum">The least that is allowed.</param>
/// <param name="Maximum">The most that is allowed.</param>
/// <param name="Actual">What was given.</param>
public sealed record ValueOutOfRange(string What, long Minimum, long Maximum, long Actual)
    : Refusal("VALUE_OUT_OF_RANGE", $"The {What} must be {Minimum} to {Maximum}, not {Actual}.");
