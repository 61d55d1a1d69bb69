using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Oms.Domain.History;

namespace Oms.Domain.Locks;

/// <summary>A lease on parts of a branch: while it lasts only its holder, showing the token, may write there (domain.md 2.3).</summary>
public sealed record Lock
{
    /// <summary>Heartbeats that may fail to come before the holder counts as dead.</summary>
    public const int MissedHeartbeats = 3;

    private static readonly ImmutableArray<LockScope> Whole = [LockScope.Branch];

    /// <summary>The identity.</summary>
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public LockType Type { get; init; }

    /// <summary>What it covers: at least one scope, none inside another. One that was stored without covers the whole branch.</summary>
    public ImmutableArray<LockScope> Scopes { get; init; } = Whole;

    /// <summary>Who holds it: the subject of a token.</summary>
    public required string Holder { get; init; }

    /// <summary>Why it is held, in the holder's words.</summary>
    public required string Reason { get; init; }

    /// <summary>The issue it belongs to; null where none was named.</summary>
    public string? Issue { get; init; }

    /// <summary>When it was taken.</summary>
    public required DateTimeOffset AcquiredAt { get; init; }

    /// <summary>When it ends by itself, however lively its holder is.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Rises with each lock of the branch; a write that shows one that is not held is refused (fencing).</summary>
    public required long FencingToken { get; init; }

    /// <summary>How often the holder promised to be heard of; null for one who promised nothing.</summary>
    public TimeSpan? HeartbeatInterval { get; init; }

    /// <summary>When the holder was heard of last; null before the first time.</summary>
    public DateTimeOffset? LastHeartbeat { get; init; }

    /// <summary>How far the holder has come; null where it never said.</summary>
    public LockProgress? Progress { get; init; }

    /// <summary>When the holder expects to be done; null where it never said.</summary>
    public DateTimeOffset? ExpectedEnd { get; init; }

    /// <summary>The head of the branch when it was taken; empty for a lock that was stored without.</summary>
    public ObjectHash ReadAt { get; init; }

    /// <summary>The newest head up to which nothing that it covers has changed since it was taken.</summary>
    public ObjectHash Head { get; init; }

    /// <summary>When the lock ends if nothing more is heard of its holder: by time, or by missed heartbeats.</summary>
    [JsonIgnore]
    public DateTimeOffset Deadline => SilentAt is { } silent && silent < ExpiresAt ? silent : ExpiresAt;

    /// <summary>True when it covers the whole branch.</summary>
    [JsonIgnore]
    public bool IsOfBranch => Scopes[0].IsBranch;

    private DateTimeOffset? SilentAt => HeartbeatInterval is { } interval ? (LastHeartbeat ?? AcquiredAt) + (MissedHeartbeats * interval) : null;

    /// <summary>True while the lease lasts.</summary>
    public bool IsHeldAt(DateTimeOffset now) => now < Deadline;

    /// <summary>True when its holder missed its heartbeats before the lease was over.</summary>
    public bool IsSilentAt(DateTimeOffset now) => SilentAt is { } silent && silent < ExpiresAt && now >= silent;

    /// <summary>True when something of this scope is covered.</summary>
    public bool Covers(LockScope scope)
    {
        foreach (var mine in Scopes)
            if (mine.Overlaps(scope))
                return true;
        return false;
    }
}
