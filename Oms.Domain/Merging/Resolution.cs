using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>An answer to one conflict.</summary>
/// <param name="Choice">What to do.</param>
/// <param name="Value">The value, for <see cref="ResolutionChoice.Value"/>, or the name as a JSON text, for <see cref="ResolutionChoice.Rename"/>.</param>
public sealed record Resolution(ResolutionChoice Choice, JsonLiteral? Value = null);
