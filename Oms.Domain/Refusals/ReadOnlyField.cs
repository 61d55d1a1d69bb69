namespace Oms.Domain.Refusals;

/// <summary>An attempt to set what only the registry, or another operation, sets.</summary>
/// <param name="Field">The field, by its JSON name.</param>
/// <param name="Message">What sets it instead.</param>
public sealed record ReadOnlyField(string Field, string Message) : Refusal("READ_ONLY_FIELD", Message);
