using Oms.Domain.Indexing;
using Oms.Domain.Ontology;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>StartShadowBuildInput</c>.</summary>
internal sealed record StartShadowBuildInput(string Branch, ShadowIndexType Type, IReadOnlyList<ElementKind>? Kinds, SwitchStrategy Strategy);
