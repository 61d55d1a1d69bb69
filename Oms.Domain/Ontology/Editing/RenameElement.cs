namespace Oms.Domain.Ontology.Editing;

/// <summary>Gives an element another API name; its id and every reference to it stay.</summary>
/// <param name="Element">The element.</param>
/// <param name="Name">The new name.</param>
public sealed record RenameElement(ElementId Element, string Name) : Operation;
