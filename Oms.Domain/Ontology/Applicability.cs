namespace Oms.Domain.Ontology;

/// <summary>An object type that an action applies to.</summary>
public sealed record Applicability
{
    /// <summary>The object type or interface.</summary>
    public ElementId Type { get; init; }

    /// <summary>What it is to the action.</summary>
    public ApplicabilityRole Role { get; init; }

    /// <summary>True when the action can not go without it.</summary>
    public bool IsRequired { get; init; } = true;
}
