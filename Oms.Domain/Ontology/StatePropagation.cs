namespace Oms.Domain.Ontology;

/// <summary>Whether state changes flow along a link (domain.md 1.6).</summary>
public enum StatePropagation
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>From the from side to the to side.</summary>
    Forward,

    /// <summary>From the to side to the from side.</summary>
    Reverse,

    /// <summary>Both ways.</summary>
    Both,
}
