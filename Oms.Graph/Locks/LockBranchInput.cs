using Oms.Domain.Locks;

namespace Oms.Graph.Locks;

/// <summary>GraphQL input <c>LockBranchInput</c>.</summary>
internal sealed record LockBranchInput(
    string Branch,
    string Reason,
    int? TtlSeconds,
    string? Issue,
    LockType Type,
    IReadOnlyList<LockScopeInput>? Scopes,
    int? HeartbeatSeconds,
    DateTimeOffset? ExpectedEnd);
