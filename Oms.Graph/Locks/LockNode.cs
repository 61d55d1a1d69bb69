using Oms.Graph.Issues;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>Lock</c>.</summary>
internal sealed class LockNode(Domain.Locks.Lock held)
{
    public string Id => held.Id;

    public string Holder => held.Holder;

    public string Reason => held.Reason;

    public IssueNode? Issue => held.Issue is { } issue ? new(issue) : null;

    public DateTimeOffset AcquiredAt => held.AcquiredAt;

    public DateTimeOffset ExpiresAt => held.ExpiresAt;

    public long FencingToken => held.FencingToken;
}
