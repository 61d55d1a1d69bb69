namespace Oms.Domain.Refusals;

/// <summary>A name that would break generated code (domain.md 1.2).</summary>
/// <param name="Name">The name.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record InvalidName(string Name, string Message) : Refusal("INVALID_NAME", Message);
