namespace Oms.Domain.Ontology;

/// <summary>Whom a user interface shows an element or member (domain.md 1.3).</summary>
public enum Visibility
{
    /// <summary>Everybody.</summary>
    Visible,

    /// <summary>Nobody by default.</summary>
    Hidden,

    /// <summary>Those who ask for more.</summary>
    Advanced,
}
