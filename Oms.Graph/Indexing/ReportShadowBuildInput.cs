namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>ReportShadowBuildInput</c>.</summary>
internal sealed record ReportShadowBuildInput(string Branch, string Shadow, int Percent);
