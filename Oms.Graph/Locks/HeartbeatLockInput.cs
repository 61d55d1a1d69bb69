namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>HeartbeatLockInput</c>.</summary>
internal sealed record HeartbeatLockInput(string Branch, long FencingToken, LockProgressInput? Progress, DateTimeOffset? ExpectedEnd);
