using Oms.Domain.Ontology;
using Oms.Graph.Filters;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>SharedPropertyFilterInput</c>.</summary>
internal sealed record SharedPropertyFilter : ElementFilter<SharedPropertyFilter, SharedProperty>
{
    public StringOperationFilter? Type { get; init; }

    private protected override IEnumerable<IFilter?> OwnParts => [Type];

    private protected override bool MatchesOwn(Revision revision, SharedProperty element) =>
        Type?.Matches(TypeReferenceNode.TextOf(revision.Snapshot, element.Type)) ?? true;
}
