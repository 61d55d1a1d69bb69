using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Refusals;

/// <summary>Elements that inherit from, or extend, each other in a circle.</summary>
/// <param name="Elements">The circle: each refers to the next, the last to the first.</param>
/// <param name="Message">The circle, in words.</param>
public sealed record ReferenceCycle(ImmutableArray<ElementId> Elements, string Message) : Refusal("REFERENCE_CYCLE", Message);
