using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>ActionTypeFilterInput</c>.</summary>
internal sealed record ActionTypeFilter : ElementFilter<ActionTypeFilter, ActionType>
{
    public EnumOperationFilter<ActionCategory>? Category { get; init; }

    public ListIdOperationFilter? AppliesTo { get; init; }

    private protected override IEnumerable<IFilter?> OwnParts => [Category, AppliesTo];

    private protected override bool MatchesOwn(Revision revision, ActionType element) =>
        (Category?.Matches(element.Category) ?? true)
        && (AppliesTo?.Matches([.. element.AppliesTo.Select(a => a.Type)]) ?? true);
}
