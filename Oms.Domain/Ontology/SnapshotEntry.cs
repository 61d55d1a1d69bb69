using Oms.Domain.History;

namespace Oms.Domain.Ontology;

/// <summary>An element and the hash of its canonical bytes.</summary>
internal readonly record struct SnapshotEntry(Element Element, ObjectHash Hash);
