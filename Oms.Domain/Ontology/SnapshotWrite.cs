using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>One element to put into, or with null to take out of, a snapshot.</summary>
internal readonly record struct SnapshotWrite(ElementId Id, Element? After, ObjectHash Hash);
