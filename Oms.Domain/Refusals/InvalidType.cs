namespace Oms.Domain.Refusals;

/// <summary>A type reference that makes no type.</summary>
/// <param name="Message">What is wrong with it.</param>
public sealed record InvalidType(string Message) : Refusal("INVALID_TYPE", Message);
