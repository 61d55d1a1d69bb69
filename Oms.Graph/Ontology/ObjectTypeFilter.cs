using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>ObjectTypeFilterInput</c>.</summary>
internal sealed record ObjectTypeFilter : ElementFilter<ObjectTypeFilter, ObjectType>
{
    public BooleanOperationFilter? IsAbstract { get; init; }

    public EnumOperationFilter<Classification>? Classification { get; init; }

    public ListIdOperationFilter? Parents { get; init; }

    public ListIdOperationFilter? Interfaces { get; init; }

    private protected override IEnumerable<IFilter?> OwnParts => [IsAbstract, Classification, Parents, Interfaces];

    private protected override bool MatchesOwn(Revision revision, ObjectType element) =>
        (IsAbstract?.Matches(element.IsAbstract) ?? true)
        && (Classification?.Matches(element.Classification) ?? true)
        && (Parents?.Matches(element.Parents) ?? true)
        && (Interfaces?.Matches(element.Interfaces) ?? true);
}
