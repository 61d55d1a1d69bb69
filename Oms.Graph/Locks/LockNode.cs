using Oms.Domain.Locks;
using Oms.Graph.Issues;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>Lock</c>.</summary>
internal sealed class LockNode(Domain.Locks.Lock held)
{
    public string Id => held.Id;

    public LockType Type => held.Type;

    public IReadOnlyList<LockScopeNode> Scopes => LockScopeNode.Of(held.Scopes);

    public string Holder => held.Holder;

    public string Reason => held.Reason;

    public IssueNode? Issue => held.Issue is { } issue ? new(issue) : null;

    public DateTimeOffset AcquiredAt => held.AcquiredAt;

    public DateTimeOffset ExpiresAt => held.ExpiresAt;

    public long FencingToken => held.FencingToken;

    public LockProgress? Progress => held.Progress;

    public DateTimeOffset? ExpectedEnd => held.ExpectedEnd;

    public int? HeartbeatSeconds => held.HeartbeatInterval is { } interval ? (int)interval.TotalSeconds : null;

    public DateTimeOffset? LastHeartbeat => held.LastHeartbeat;

    public DateTimeOffset Deadline => held.Deadline;
}
