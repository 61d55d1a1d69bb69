namespace Oms.Domain.Ontology;

/// <summary>Why something is deprecated, until when it stays, and what replaces it.</summary>
public sealed record Deprecation
{
    /// <summary>The reason in words.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The day after which it may be deleted; null where none is set.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>The id of the element or member that replaces it; null where none does.</summary>
    public string? ReplacedBy { get; init; }
}
