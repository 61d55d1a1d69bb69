using Oms.Domain.Ontology;
using Oms.Graph.Filters;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>ValueTypeFilterInput</c>.</summary>
internal sealed record ValueTypeFilter : ElementFilter<ValueTypeFilter, ValueType>
{
    public EnumOperationFilter<ValueCategory>? Category { get; init; }

    public StringOperationFilter? BaseType { get; init; }

    private protected override IEnumerable<IFilter?> OwnParts => [Category, BaseType];

    private protected override bool MatchesOwn(Revision revision, ValueType element) =>
        (Category?.Matches(element.Category) ?? true)
        && (BaseType?.Matches(TypeReferenceNode.TextOf(revision.Snapshot, element.BaseType)) ?? true);
}
