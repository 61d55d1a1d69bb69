namespace Oms.Domain.Ontology;

/// <summary>A link that every implementer of an interface must have.</summary>
public sealed record RequiredLink : Member
{
    /// <summary>What must stand on the other side: an object type or interface, or a descendant of it.</summary>
    public ElementId Target { get; init; }

    /// <summary>The cardinality that the link must have; null when any will do.</summary>
    public Cardinality? Cardinality { get; init; }
}
