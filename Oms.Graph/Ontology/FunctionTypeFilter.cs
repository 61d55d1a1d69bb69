using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>FunctionTypeFilterInput</c>.</summary>
internal sealed record FunctionTypeFilter : ElementFilter<FunctionTypeFilter, FunctionType>
{
    public EnumOperationFilter<FunctionCategory>? Category { get; init; }

    public EnumOperationFilter<FunctionRuntime>? Runtime { get; init; }

    private protected override IEnumerable<IFilter?> OwnParts => [Category, Runtime];

    private protected override bool MatchesOwn(Revision revision, FunctionType element) =>
        (Category?.Matches(element.Category) ?? true)
        && (Runtime?.Matches(element.Runtime) ?? true);
}
