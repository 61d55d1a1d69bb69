namespace Oms.Domain.Ontology;

/// <summary>Whether permissions flow along a link (domain.md 1.6).</summary>
public enum PermissionInheritance
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>From the parent side.</summary>
    Parent,

    /// <summary>By a rule of the consumer.</summary>
    Custom,
}
