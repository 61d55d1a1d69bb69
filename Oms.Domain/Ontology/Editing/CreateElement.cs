namespace Oms.Domain.Ontology.Editing;

/// <summary>Makes an element.</summary>
/// <param name="Element">The element; where it or a member has no id, it is given one.</param>
public sealed record CreateElement(Element Element) : Operation;
