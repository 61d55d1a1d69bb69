namespace Oms.Domain.Ontology;

/// <summary>One reference that an element makes.</summary>
/// <param name="Target">What it refers to.</param>
/// <param name="Usage">From where, and how.</param>
public readonly record struct Reference(ElementId Target, Usage Usage);
