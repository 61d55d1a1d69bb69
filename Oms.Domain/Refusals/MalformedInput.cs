namespace Oms.Domain.Refusals;

/// <summary>JSON of a shape that the field does not have.</summary>
/// <param name="Message">What was expected there.</param>
public sealed record MalformedInput(string Message) : Refusal("MALFORMED_INPUT", Message);
