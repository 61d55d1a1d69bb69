namespace Oms.Domain.Ontology;

/// <summary>One side of a link: which type stands there, and what the link is called when seen from there.</summary>
public sealed record LinkEnd : Member
{
    /// <summary>The object type, or interface, that stands on this side.</summary>
    public ElementId Type { get; init; }

    /// <summary>True when every object of this side has at least one link (the optional minimum per end of appendix A).</summary>
    public bool IsRequired { get; init; }
}
