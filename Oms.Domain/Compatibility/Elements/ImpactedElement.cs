using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>An element that a change of another can reach.</summary>
/// <param name="Element">The element.</param>
/// <param name="Distance">1 where it refers to the changed element itself, one more for each element in between.</param>
/// <param name="Uses">How it refers to those one step nearer.</param>
public sealed record ImpactedElement(Element Element, int Distance, ImmutableArray<Usage> Uses);
