namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>LockBranchInput</c>.</summary>
internal sealed record LockBranchInput(string Branch, string Reason, int? TtlSeconds, string? Issue);
