namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>ForceUnlockBranchInput</c>.</summary>
internal sealed record ForceUnlockBranchInput(string Branch, string Reason, string? Lock);
