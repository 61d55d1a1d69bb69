namespace Oms.Domain.Proposals;

/// <summary>What can stand against merging a proposal.</summary>
public enum MergeObstacleKind
{
    /// <summary>Its status does not lead to a merge.</summary>
    Status,

    /// <summary>A branch of it is not there any more, or archived, or in error.</summary>
    Branch,

    /// <summary>It changes nothing.</summary>
    NothingToMerge,

    /// <summary>Approvals of this very content are missing.</summary>
    Approvals,

    /// <summary>A reviewer asks for another content.</summary>
    ChangesRequested,

    /// <summary>A check that the target asks for is not green.</summary>
    Check,

    /// <summary>The target has commits that the source has not, and asks that it has.</summary>
    Behind,

    /// <summary>Somebody holds a lock on what it would write.</summary>
    Locked,

    /// <summary>The target takes proposals by its merge queue only.</summary>
    Queue,
}
