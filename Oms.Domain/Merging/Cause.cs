using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>One of the changes that together break a rule.</summary>
/// <param name="Side">Who made it.</param>
/// <param name="Operation">What it did.</param>
/// <param name="Element">To which element.</param>
/// <param name="Name">The name of the element.</param>
public sealed record Cause(MergeSide Side, ChangeOperation Operation, ElementId Element, string Name);
