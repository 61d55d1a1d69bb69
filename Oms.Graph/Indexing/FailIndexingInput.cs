namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>FailIndexingInput</c>.</summary>
internal sealed record FailIndexingInput(string Branch, string Indexing, long FencingToken, string Message);
