namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>CompleteShadowBuildInput</c>.</summary>
internal sealed record CompleteShadowBuildInput(string Branch, string Shadow, long Records, long SizeBytes, bool? IsIntact, string? Location);
