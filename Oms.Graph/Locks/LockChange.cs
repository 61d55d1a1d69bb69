using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Graph.Events;

namespace Oms.Graph.Locks;

/// <summary>GraphQL type <c>LockChange</c>.</summary>
internal sealed class LockChange(EventRecord record, LockChangeKind change) : BranchMessage(record)
{
    private readonly LockData data = Read<LockData>(record);

    public LockChangeKind Change => change;

    public string LockId => data.Id;

    public LockType Type => data.Type;

    public IReadOnlyList<LockScopeNode> Scopes => LockScopeNode.Of(data.Scopes);

    public string Holder => data.Holder;

    public string Reason => data.Reason;

    public string? Issue => data.Issue;

    public DateTimeOffset AcquiredAt => data.AcquiredAt;

    public DateTimeOffset ExpiresAt => data.ExpiresAt;

    public LockProgress? Progress => data.Progress;

    public DateTimeOffset? ExpectedEnd => data.ExpectedEnd;

    public string? EndedBy => data.EndedBy;

    public string? EndReason => data.EndReason;
}
