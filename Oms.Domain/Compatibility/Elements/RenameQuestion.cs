namespace Oms.Domain.Compatibility.Elements;

/// <summary>Something went and something like it came: perhaps it was renamed. Nothing is guessed; a person says.</summary>
/// <param name="Element">The element that both are members of; null where they are elements.</param>
/// <param name="Gone">What went, by name.</param>
/// <param name="Came">What came, by name.</param>
/// <param name="Question">The question.</param>
public sealed record RenameQuestion(string? Element, string Gone, string Came, string Question);
