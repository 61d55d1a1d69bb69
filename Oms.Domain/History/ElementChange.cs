using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>What a commit did to one element, against its first parent.</summary>
/// <param name="Element">The element.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Name">Its name after the change; for a deletion, before.</param>
/// <param name="Before">The object before; empty for a creation.</param>
/// <param name="After">The object after; empty for a deletion.</param>
public sealed record ElementChange(ElementId Element, ChangeOperation Operation, string Name, ObjectHash Before, ObjectHash After);
