namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>SetAutoMergeInput</c>.</summary>
internal sealed record SetAutoMergeInput(string Branch, string? Into, IReadOnlyList<string> Issues, bool RequiresApprovals, bool RequiresChecks, int TimeoutSeconds);
