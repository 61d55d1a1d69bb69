namespace Oms.Domain.Events;

/// <summary>The CloudEvents types that this registry emits (domain.md 5.1, neutral prefix).</summary>
public static class EventTypes
{
    /// <summary>What every type starts with.</summary>
    public const string Prefix = "io.oms.";

    /// <summary>A branch was made. Data: the branch.</summary>
    public const string BranchCreated = Prefix + "branch.created";

    /// <summary>A branch has a new head. Data: head before and after, element changes.</summary>
    public const string BranchUpdated = Prefix + "branch.updated";

    /// <summary>A branch changed its state. Data: from, to, reason, trigger, actor, lock.</summary>
    public const string BranchStateChanged = Prefix + "branch.statechanged";

    /// <summary>A lock was taken. Data: the lock.</summary>
    public const string LockAcquired = Prefix + "lock.acquired";

    /// <summary>A lock was given back or broken. Data: the lock, and who ended it.</summary>
    public const string LockReleased = Prefix + "lock.released";

    /// <summary>A lock ended by time. Data: the lock.</summary>
    public const string LockExpired = Prefix + "lock.expired";

    /// <summary>An audit entry was appended. Data: its id and sequence; readers fetch the entry by right.</summary>
    public const string AuditAppended = Prefix + "audit.appended";
}
