namespace Oms.Domain.Branches;

/// <summary>What a branch is doing (domain.md 2.2). The moves between states stand in one table, <c>BranchTransitions</c>.</summary>
public enum BranchState
{
    /// <summary>Read and written.</summary>
    Active,

    /// <summary>Read only, while somebody holds its lock.</summary>
    LockedForWrite,

    /// <summary>Indexed; a write makes it active again, for its index is stale then.</summary>
    Ready,

    /// <summary>Read only for good.</summary>
    Archived,

    /// <summary>Something went wrong that a person must look at.</summary>
    Error,
}
