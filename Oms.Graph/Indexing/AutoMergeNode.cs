using Oms.Domain.Branches;
using Oms.Domain.Indexing;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>AutoMerge</c>.</summary>
internal sealed class AutoMergeNode(Branch branch, AutoMergePolicy policy)
{
    private readonly AutoMergeHold? hold = policy.Hold is { } held && held.Head == branch.Head ? held : null;

    public string Into => policy.Into.Value;

    public IReadOnlyList<string> Issues => policy.Issues;

    public bool RequiresApprovals => policy.RequiresApprovals;

    public bool RequiresChecks => policy.RequiresChecks;

    public string AskedBy => policy.AskedBy;

    public DateTimeOffset AskedAt => policy.AskedAt;

    public IReadOnlyList<UnmetCondition>? Unmet => hold?.Unmet;

    public DateTimeOffset? TriedAt => hold?.Time;

    public int TimeoutSeconds => (int)policy.Timeout.TotalSeconds;

    public DateTimeOffset? EndsAt => branch.State == BranchState.Ready ? policy.EndsAt(branch.Head) : null;
}
