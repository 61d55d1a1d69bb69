namespace Oms.Domain.Refusals;

/// <summary>A value that its type or constraints do not allow.</summary>
/// <param name="Value">The value, shortened to 200 characters.</param>
/// <param name="Message">Which rule it breaks.</param>
public sealed record InvalidValue(string Value, string Message) : Refusal("INVALID_VALUE", Message);
