namespace Oms.Domain.Ontology;

/// <summary>Where an element or member stands in its life (domain.md 1.3, appendix A: all five).</summary>
public enum Status
{
    /// <summary>In use.</summary>
    Active,

    /// <summary>May still change without notice.</summary>
    Experimental,

    /// <summary>To be used no more; see <see cref="Deprecation"/>.</summary>
    Deprecated,

    /// <summary>There to show how, not to be used.</summary>
    Example,

    /// <summary>Kept for reading only.</summary>
    Archived,
}
