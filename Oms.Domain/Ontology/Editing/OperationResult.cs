using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Editing;

/// <summary>What one operation came to.</summary>
/// <param name="Element">The element it made, edited or deleted.</param>
/// <param name="Member">The member it made or edited; null for an operation on the element.</param>
/// <param name="AlsoChanged">Other elements that a forced deletion changed or deleted, in the order of ids.</param>
public sealed record OperationResult(ElementId Element, MemberId? Member, ImmutableArray<ElementId> AlsoChanged)
{
    /// <summary>Other elements that a forced deletion changed or deleted; empty where stored JSON leaves the empty list out.</summary>
    public ImmutableArray<ElementId> AlsoChanged { get; init; } = AlsoChanged.IsDefault ? [] : AlsoChanged;
}
