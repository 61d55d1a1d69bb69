namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>ExtendLockInput</c>.</summary>
internal sealed record ExtendLockInput(string Branch, long FencingToken, int TtlSeconds);
