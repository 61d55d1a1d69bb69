namespace Oms.Domain.Indexing;

/// <summary>What must hold before a branch is merged by itself (domain.md 5.8).</summary>
public enum AutoMergeCondition
{
    /// <summary>The branch, and the policy, ask for it.</summary>
    PolicyEnabled,

    /// <summary>The branch is ready: indexed at this very head.</summary>
    IndexingCompleted,

    /// <summary>Nobody holds a lock on it.</summary>
    NotLocked,

    /// <summary>Everything that the target asks for was approved, for this very head.</summary>
    ApprovalReceived,

    /// <summary>Every check of this head is green.</summary>
    AllTestsPassed,

    /// <summary>The merge has no conflict.</summary>
    NoConflicts,

    /// <summary>The merge has something to take in, and whoever asked for it may do it.</summary>
    MergeAccepted,
}
