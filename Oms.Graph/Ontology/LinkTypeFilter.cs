using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>LinkTypeFilterInput</c>.</summary>
internal sealed record LinkTypeFilter : ElementFilter<LinkTypeFilter, LinkType>
{
    public IdOperationFilter? FromType { get; init; }

    public IdOperationFilter? ToType { get; init; }

    public EnumOperationFilter<Cardinality>? Cardinality { get; init; }

    public EnumOperationFilter<Directionality>? Directionality { get; init; }

    public BooleanOperationFilter? IsTransitive { get; init; }

    public BooleanOperationFilter? IsSymmetric { get; init; }

    private protected override IEnumerable<IFilter?> OwnParts => [FromType, ToType, Cardinality, Directionality, IsTransitive, IsSymmetric];

    private protected override bool MatchesOwn(Revision revision, LinkType element) =>
        (FromType?.Matches(element.From.Type) ?? true)
        && (ToType?.Matches(element.To.Type) ?? true)
        && (Cardinality?.Matches(element.Cardinality) ?? true)
        && (Directionality?.Matches(element.Directionality) ?? true)
        && (IsTransitive?.Matches(element.IsTransitive) ?? true)
        && (IsSymmetric?.Matches(element.IsSymmetric) ?? true);
}
