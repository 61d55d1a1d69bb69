namespace Oms.Domain.Locks;

/// <summary>What became of a commit that met a lock.</summary>
public enum QueuedCommitStatus
{
    /// <summary>It waits for the end of the lock.</summary>
    Waiting,

    /// <summary>Its changes are on the branch.</summary>
    Applied,

    /// <summary>Its changes could not be taken, and its author decides.</summary>
    Returned,

    /// <summary>Its author took it back before the lock ended.</summary>
    Withdrawn,
}
