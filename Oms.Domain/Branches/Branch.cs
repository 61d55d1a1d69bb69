using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Oms.Domain.History;
using Oms.Domain.Indexing;

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

    /// <summary>What it asks of what is merged into it; null for what its protection alone asks.</summary>
    public Proposals.ReviewPolicy? Review { get; init; }

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

    /// <summary>The locks on it or on parts of it, no two of which overlap, in the order they were taken. A lock past its end counts as none.</summary>
    public ImmutableArray<Locks.Lock> Locks { get; init; } = [];

    /// <summary>What is indexed of it, by kind; empty for a branch that never was.</summary>
    public ImmutableArray<IndexState> Indexes { get; init; } = [];

    /// <summary>The indexes that are built beside those in use, and those in use that were made so; in the order they were begun.</summary>
    public ImmutableArray<ShadowIndex> Shadows { get; init; } = [];

    /// <summary>That it is merged by itself once it is indexed; null where nobody asked for that.</summary>
    public AutoMergePolicy? AutoMerge { get; init; }

    /// <summary>The lock of the whole branch; null when none holds it.</summary>
    [JsonIgnore]
    public Locks.Lock? Lock => !Locks.IsEmpty && Locks[0].IsOfBranch ? Locks[0] : null;

    /// <summary>How records of the time when a branch had one lock at most name it; read, never written.</summary>
    [JsonInclude, JsonPropertyName("lock")]
    private Locks.Lock? OnlyLock
    {
        init => Locks = value is null ? Locks : [value];
    }

    /// <summary>The fencing token of the newest lock; each new lock takes the next.</summary>
    public long LastFencingToken { get; init; }
}
