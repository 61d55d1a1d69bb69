using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>An element id and the hash of its definition.</summary>
/// <param name="Id">The element.</param>
/// <param name="Hash">The definition; empty, in a write, to take the element out.</param>
public readonly record struct MerkleEntry(ElementId Id, ObjectHash Hash);
