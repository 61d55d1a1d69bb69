namespace Oms.Domain.Ontology;

/// <summary>An element under its name, ordered by the name alone, so that a name finds its element.</summary>
internal readonly record struct NamedElement(string Name, Element? Element) : IComparable<NamedElement>
{
    public int CompareTo(NamedElement other) => string.CompareOrdinal(Name, other.Name);
}
