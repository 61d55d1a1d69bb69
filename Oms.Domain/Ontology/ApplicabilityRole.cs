namespace Oms.Domain.Ontology;

/// <summary>What an object type is to an action (domain.md 1.12).</summary>
public enum ApplicabilityRole
{
    /// <summary>What the action is done to.</summary>
    Primary,

    /// <summary>What the action also changes.</summary>
    Secondary,

    /// <summary>What the action reads.</summary>
    Related,
}
