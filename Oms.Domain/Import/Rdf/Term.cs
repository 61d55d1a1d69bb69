namespace Oms.Domain.Import.Rdf;

/// <summary>The object of a statement.</summary>
/// <param name="Value">The IRI, the blank node's label after <c>_:</c>, or the text of a literal.</param>
/// <param name="IsLiteral">True for a literal.</param>
/// <param name="Language">The language tag of a literal in lower case; null where it has none.</param>
/// <param name="DataType">The IRI of a literal's data type; null where it is a plain text.</param>
public readonly record struct Term(string Value, bool IsLiteral, string? Language = null, string? DataType = null);
