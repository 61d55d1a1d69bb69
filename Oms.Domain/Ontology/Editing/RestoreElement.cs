namespace Oms.Domain.Ontology.Editing;

/// <summary>Takes an element back to active: no longer deprecated, archived, experimental or an example.</summary>
/// <param name="Element">The element.</param>
public sealed record RestoreElement(ElementId Element) : Operation;
