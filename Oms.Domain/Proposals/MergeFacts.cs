using System.Collections.Immutable;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Proposals;

/// <summary>What has to be known of a proposal to say whether it may be merged.</summary>
/// <param name="Loaded">The proposal.</param>
/// <param name="Checks">How its checks came out for what there is now.</param>
/// <param name="Ahead">Commits that the target has and the source has not.</param>
/// <param name="Behind">Commits that the source has and the target has not.</param>
/// <param name="LockedBy">A lock on what it would write; null when there is none.</param>
public sealed record MergeFacts(LoadedProposal Loaded, ImmutableArray<CheckResult> Checks, int Ahead, int Behind, Lock? LockedBy)
{
    /// <summary>The checks that may not fail, whatever the policy says.</summary>
    public ImmutableArray<CheckKind> Enforced { get; init; } = [];

    /// <summary>True when it is the merge queue that asks.</summary>
    public bool IsThroughQueue { get; init; }
}
