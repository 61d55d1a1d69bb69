namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>EndShadowBuildInput</c>.</summary>
internal sealed record EndShadowBuildInput(string Branch, string Shadow, string Reason);
