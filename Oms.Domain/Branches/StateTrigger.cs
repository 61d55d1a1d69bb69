namespace Oms.Domain.Branches;

/// <summary>What made a branch change its state.</summary>
public enum StateTrigger
{
    /// <summary>A person or service set it by name.</summary>
    Manual,

    /// <summary>A lock was taken.</summary>
    Lock,

    /// <summary>A lock was given back.</summary>
    Unlock,

    /// <summary>A lock was broken by somebody who may.</summary>
    ForceUnlock,

    /// <summary>A lock ended by time.</summary>
    Expiry,

    /// <summary>A write made an index stale.</summary>
    Write,

    /// <summary>The branch was archived.</summary>
    Archive,

    /// <summary>An indexing began, was completed or failed.</summary>
    Indexing,

    /// <summary>It was merged by itself after its indexing.</summary>
    AutoMerge,
}
