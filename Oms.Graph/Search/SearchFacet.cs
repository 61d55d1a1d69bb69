namespace Oms.Graph.Search;

/// <summary>GraphQL type <c>SearchFacet</c>.</summary>
internal sealed record SearchFacet(SearchKind Kind, int Count);
