namespace Oms.Domain.Storage;

/// <summary>What a check of a store found broken.</summary>
public enum DamageKind
{
    /// <summary>The database product itself finds its file damaged.</summary>
    Database,

    /// <summary>An object's bytes do not have the hash that names it.</summary>
    ObjectChanged,

    /// <summary>An object can not be read: what holds its bytes is gone or damaged.</summary>
    ObjectUnreadable,

    /// <summary>Something refers to an object that is not there.</summary>
    ObjectMissing,

    /// <summary>A commit is not what its id says, or its record is not what the commit says.</summary>
    Commit,

    /// <summary>What a commit is said to have changed is not what its tree and that of its parent differ in.</summary>
    CommitChanges,

    /// <summary>A branch or its record of heads names what is not there, or they do not agree.</summary>
    Branch,

    /// <summary>A document can not be read.</summary>
    Document,

    /// <summary>The chain of the audit log is broken, or its index says otherwise.</summary>
    Audit,

    /// <summary>The events are not numbered one by one, or one can not be read.</summary>
    Events,

    /// <summary>The row that numbers the logs says otherwise than the logs.</summary>
    LogHead,
}
