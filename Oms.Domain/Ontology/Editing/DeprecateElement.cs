namespace Oms.Domain.Ontology.Editing;

/// <summary>Marks an element as to be used no more.</summary>
/// <param name="Element">The element.</param>
/// <param name="Deprecation">Why, until when, and what replaces it: an element of the same kind.</param>
public sealed record DeprecateElement(ElementId Element, Deprecation Deprecation) : Operation;
