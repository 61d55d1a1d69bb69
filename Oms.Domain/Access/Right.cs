namespace Oms.Domain.Access;

/// <summary>
/// What a role may be allowed to do. The names on the wire (<see cref="RightNames"/>) are the policies of <c>@authorize</c> in the schema.
/// </summary>
public enum Right
{
    /// <summary>Read ontologies, commits and their history.</summary>
    SchemaRead,

    /// <summary>Read branches, their state and their locks.</summary>
    BranchRead,

    /// <summary>Create and change elements on branches that are neither protected nor locked.</summary>
    SchemaWrite,

    /// <summary>Delete elements; an operation that deletes asks for this beside <see cref="SchemaWrite"/>.</summary>
    SchemaDelete,

    /// <summary>Take in a whole ontology from a file.</summary>
    Import,

    /// <summary>Make branches.</summary>
    BranchCreate,

    /// <summary>Archive branches; a protected one asks for <see cref="BranchProtect"/> too.</summary>
    BranchArchive,

    /// <summary>Write to protected branches.</summary>
    BranchWriteProtected,

    /// <summary>Protect branches, end their protection, and make branches whose name is protected by rule.</summary>
    BranchProtect,

    /// <summary>Set the state of a branch by hand: mark an error, recover from one.</summary>
    BranchSetState,

    /// <summary>Take a lock; on a protected branch this asks for <see cref="BranchWriteProtected"/> too.</summary>
    LockAcquire,

    /// <summary>Extend and give back a lock of one's own.</summary>
    LockRelease,

    /// <summary>Begin, report and end the indexing of a branch.</summary>
    IndexingReport,

    /// <summary>End a lock that another holds.</summary>
    LockForceUnlock,

    /// <summary>Merge one branch into another.</summary>
    Merge,

    /// <summary>Take a branch back to an earlier commit.</summary>
    Revert,

    /// <summary>Release a commit under a version.</summary>
    Release,

    /// <summary>Approve an exception to a rule.</summary>
    Override,

    /// <summary>Read and verify the audit log.</summary>
    AuditRead,

    /// <summary>Read what belongs to an issue.</summary>
    IssueRead,

    /// <summary>See how far other services were told of events, and what they refused.</summary>
    OutboxRead,

    /// <summary>Have refused events told again, or give them up.</summary>
    OutboxManage,

    /// <summary>Read proposals, their reviews and comments.</summary>
    ProposalRead,

    /// <summary>Comment on proposals.</summary>
    ProposalComment,

    /// <summary>Make proposals, and work on one's own.</summary>
    ProposalWrite,

    /// <summary>Review proposals of others: approve, ask for changes, reject.</summary>
    ProposalReview,

    /// <summary>Take a proposal that may be merged into its target.</summary>
    ProposalMerge,
}
