namespace Oms.Domain.Ontology.Naming;

/// <summary>Which names are good names (domain.md 1.15). Findings never refuse anything.</summary>
public sealed class NamingConvention
{
    /// <summary>The convention of domain.md 1.15.</summary>
    public static readonly NamingConvention Standard = new();

    /// <summary>What does not follow the convention in an element and its members.</summary>
    public IEnumerable<LintFinding> Check(Element element) => [];
}
