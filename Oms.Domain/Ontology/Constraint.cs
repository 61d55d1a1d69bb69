namespace Oms.Domain.Ontology;

/// <summary>A rule that every value must keep. At most one of each kind stands on one definition.</summary>
public sealed record Constraint
{
    /// <summary>What is limited.</summary>
    public required ConstraintKind Kind { get; init; }

    /// <summary>The limit: a number for lengths and bounds, a text for a pattern, a list for an enum.</summary>
    public required JsonLiteral Value { get; init; }

    /// <summary>What to tell a user whose value breaks the rule; null for the standard sentence.</summary>
    public string? Message { get; init; }
}
