namespace Oms.Domain.Proposals;

/// <summary>What can be done to a proposal that moves it, or may move it, to another status.</summary>
public enum ProposalVerb
{
    /// <summary>Ask for reviews.</summary>
    Submit,

    /// <summary>Work on it again before anybody is asked.</summary>
    ReturnToDraft,

    /// <summary>Agree to its content.</summary>
    Approve,

    /// <summary>Ask for another content.</summary>
    RequestChanges,

    /// <summary>Take one's own review back.</summary>
    WithdrawReview,

    /// <summary>Turn it down.</summary>
    Reject,

    /// <summary>Give it up.</summary>
    Close,

    /// <summary>Take it up again.</summary>
    Reopen,

    /// <summary>Take it into the target.</summary>
    Merge,

    /// <summary>Change its title, description or lists.</summary>
    Edit,

    /// <summary>Carry checks out again.</summary>
    Check,

    /// <summary>Send it to the merge queue.</summary>
    Enqueue,

    /// <summary>Hold it against the content and the policy as they are now: approvals of another content count no more.</summary>
    Reassess,
}
