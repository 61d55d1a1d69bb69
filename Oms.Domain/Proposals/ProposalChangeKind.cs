namespace Oms.Domain.Proposals;

/// <summary>What can happen to a proposal.</summary>
public enum ProposalChangeKind
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>Its title, description or lists were changed.</summary>
    Edited,

    /// <summary>Reviews are asked for.</summary>
    Submitted,

    /// <summary>It is a draft again.</summary>
    ReturnedToDraft,

    /// <summary>A reviewer agreed.</summary>
    Approved,

    /// <summary>A reviewer asked for another content.</summary>
    ChangesRequested,

    /// <summary>A reviewer took the review back.</summary>
    ReviewWithdrawn,

    /// <summary>Its content, or what the target asks for, became another, and with it what its approvals are worth.</summary>
    Reassessed,

    /// <summary>A reviewer turned it down.</summary>
    Rejected,

    /// <summary>It was given up.</summary>
    Closed,

    /// <summary>It was taken up again.</summary>
    Reopened,

    /// <summary>It is in the target.</summary>
    Merged,

    /// <summary>Checks were carried out again.</summary>
    ChecksRun,

    /// <summary>It waits in the merge queue.</summary>
    Queued,

    /// <summary>It was taken out of the merge queue.</summary>
    Dequeued,

    /// <summary>Somebody said something about it.</summary>
    Commented,

    /// <summary>A thread about it was settled.</summary>
    ThreadResolved,

    /// <summary>An emergency override was asked for.</summary>
    OverrideRequested,

    /// <summary>An emergency override was given.</summary>
    OverrideApproved,
}
