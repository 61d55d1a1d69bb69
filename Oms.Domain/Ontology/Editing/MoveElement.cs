namespace Oms.Domain.Ontology.Editing;

/// <summary>Puts an element into another namespace.</summary>
/// <param name="Element">The element.</param>
/// <param name="Namespace">The new namespace; empty for the root.</param>
public sealed record MoveElement(ElementId Element, string Namespace) : Operation;
