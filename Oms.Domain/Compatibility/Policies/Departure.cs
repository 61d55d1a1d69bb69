using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Policies;

/// <summary>An element or member that a change takes away.</summary>
/// <param name="Element">The element.</param>
/// <param name="Member">The member; null for the element itself.</param>
/// <param name="Path">Where: names joined by dots.</param>
/// <param name="Deprecation">Its deprecation; null where it has none.</param>
public sealed record Departure(ElementId Element, MemberId? Member, string Path, Deprecation? Deprecation);
