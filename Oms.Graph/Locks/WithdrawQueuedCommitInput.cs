namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>WithdrawQueuedCommitInput</c>.</summary>
internal sealed record WithdrawQueuedCommitInput(string Branch, string Queued, string? Reason);
