using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>One id under which two maps differ.</summary>
/// <param name="Id">The element.</param>
/// <param name="Before">The hash in the earlier map; empty where it has none.</param>
/// <param name="After">The hash in the later map; empty where it has none.</param>
public readonly record struct MerkleDifference(ElementId Id, ObjectHash Before, ObjectHash After);
