using Oms.Graph.Locks;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL input <c>ReportIndexingProgressInput</c>.</summary>
internal sealed record ReportIndexingProgressInput(
    string Branch, string Indexing, long FencingToken, LockProgressInput? Progress, DateTimeOffset? ExpectedEnd);
