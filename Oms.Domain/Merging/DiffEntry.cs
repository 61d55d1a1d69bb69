using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>One difference between two versions.</summary>
/// <param name="Kind">The kind of the element.</param>
/// <param name="Operation">What happened.</param>
/// <param name="Path">Where.</param>
/// <param name="Name">The name of the element after the change; where it is gone, before.</param>
/// <param name="Before">What was there; null for nothing.</param>
/// <param name="After">What is there; null for nothing.</param>
/// <param name="Sentence">The difference in plain words, in English and Korean.</param>
public sealed record DiffEntry(
    ElementKind Kind, DiffOperation Operation, MergePath Path, string Name, JsonLiteral? Before, JsonLiteral? After, LocalizedText Sentence);
