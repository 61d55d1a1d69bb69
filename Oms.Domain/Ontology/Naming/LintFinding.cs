using System.Collections.Immutable;

namespace Oms.Domain.Ontology.Naming;

/// <summary>A name that works but does not follow the convention. Never a refusal.</summary>
/// <param name="RuleId">Which rule: one of the violation ids of domain.md 1.15, such as <c>pattern</c>.</param>
/// <param name="Element">The element.</param>
/// <param name="Member">The member whose name it is; null for the element's own.</param>
/// <param name="Path">Where in the element, names and indexes from the outside in.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="Suggestion">A name that follows the rule; null where none can be worked out.</param>
public sealed record LintFinding(
    string RuleId, ElementId Element, MemberId? Member, ImmutableArray<string> Path, string Message, string? Suggestion)
{
    /// <summary>Where in the element; empty where stored JSON leaves the empty list out.</summary>
    public ImmutableArray<string> Path { get; init; } = Path.IsDefault ? [] : Path;
}
