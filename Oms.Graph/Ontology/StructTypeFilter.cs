using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>GraphQL input <c>StructTypeFilterInput</c>.</summary>
internal sealed record StructTypeFilter : ElementFilter<StructTypeFilter, StructType>;
