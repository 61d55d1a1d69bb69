using Oms.Domain.History;

namespace Oms.Domain.Branches;

/// <summary>A branch: a name for a head commit, and the state it is in.</summary>
public sealed record Branch
{
    /// <summary>The name, its identity.</summary>
    public required BranchName Name { get; init; }

    /// <summary>The newest commit.</summary>
    public required ObjectHash Head { get; init; }

    /// <summary>Rises by one with every change of this record; the compare-and-swap key of the store.</summary>
    public long Version { get; init; }

    /// <summary>A sentence on what it is for.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>True when only those with the right to write protected branches may write.</summary>
    public bool IsProtected { get; init; }

    /// <summary>What it is doing.</summary>
    public BranchState State { get; init; }

    /// <summary>The state before; null for one that never changed.</summary>
    public BranchState? PreviousState { get; init; }

    /// <summary>When the state changed last.</summary>
    public DateTimeOffset StateChangedAt { get; init; }

    /// <summary>Who changed the state last.</summary>
    public string StateChangedBy { get; init; } = string.Empty;

    /// <summary>Why the state changed last.</summary>
    public string StateReason { get; init; } = string.Empty;

    /// <summary>The branch it was made from; null for the first and for one made from a bare commit.</summary>
    public BranchName? CreatedFrom { get; init; }

    /// <summary>The commit it was made from; ahead and behind of a branch without parent count from here.</summary>
    public ObjectHash CreatedAtCommit { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = string.Empty;

    /// <summary>The lock that holds it; null when none does. A lock past its end counts as none.</summary>
    public Locks.Lock? Lock { get; init; }

    /// <summary>The fencing token of the newest lock; each new lock takes the next.</summary>
    public long LastFencingToken { get; init; }
}
