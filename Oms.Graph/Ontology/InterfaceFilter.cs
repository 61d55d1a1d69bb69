using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>InterfaceFilterInput</c>.</summary>
internal sealed record InterfaceFilter : ElementFilter<InterfaceFilter, Interface>
{
    public ListIdOperationFilter? Extends { get; init; }

    private protected override IEnumerable<IFilter?> OwnParts => [Extends];

    private protected override bool MatchesOwn(Revision revision, Interface element) =>
        Extends?.Matches(element.Extends) ?? true;
}
