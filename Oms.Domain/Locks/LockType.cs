namespace Oms.Domain.Locks;

/// <summary>What a lock is for; each type has its own lease (<see cref="LockTerm"/>) and its own end when its holder dies (domain.md 2.3).</summary>
public enum LockType
{
    /// <summary>A person or service keeps others out.</summary>
    Manual,

    /// <summary>An indexer reads the branch; taken and ended by the commands of indexing only.</summary>
    Indexing,

    /// <summary>Data or definitions are moved; when it dies half-way a person must look.</summary>
    Migration,

    /// <summary>A copy is made.</summary>
    Backup,

    /// <summary>Something is repaired.</summary>
    Maintenance,
}
