namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>UnlockBranchInput</c>.</summary>
internal sealed record UnlockBranchInput(string Branch, long FencingToken, IReadOnlyList<LockScopeInput>? Scopes);
