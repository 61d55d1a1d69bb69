using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.History;

namespace Oms.Domain.Indexing;

/// <summary>That a branch is merged by itself once it is indexed, and what is asked for before (domain.md 5.8).</summary>
public sealed record AutoMergePolicy
{
    /// <summary>How long something may stand against it where nothing else was said (domain.md 5.8).</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromHours(24);

    /// <summary>How long something may stand against it at most.</summary>
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(30);

    /// <summary>The branch that it is merged into.</summary>
    public required BranchName Into { get; init; }

    /// <summary>The issues that the merge belongs to.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>True when approvals of the very head are asked for.</summary>
    public bool RequiresApprovals { get; init; }

    /// <summary>True when green checks of the very head are asked for.</summary>
    public bool RequiresChecks { get; init; }

    /// <summary>How long something may stand against it at one head before it is given up.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Who asked for it.</summary>
    public required string AskedBy { get; init; }

    /// <summary>The roles of who asked for it: what they may not do, the merge may not either.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Why it was not merged when it was tried last; null when it was not tried since the head or the policy changed.</summary>
    public AutoMergeHold? Hold { get; init; }

    /// <summary>When it is given up, as things stand at this head; null while nothing stands against it.</summary>
    public DateTimeOffset? EndsAt(ObjectHash head) => Hold is { } hold && hold.Head == head ? hold.From + Timeout : null;

    /// <summary>Who merges.</summary>
    internal Actor Actor => new("auto-merge", Roles);
}
