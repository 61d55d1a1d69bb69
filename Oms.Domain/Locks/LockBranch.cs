using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Issues;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Takes a lock on a branch or on parts of it: from now on only its holder, showing the fencing token, writes there.</summary>
/// <param name="Reason">Why, for those who are kept out.</param>
/// <param name="Ttl">How long the lease lasts: <see cref="LockTerm.Minimum"/> to <see cref="LockTerm.Maximum"/>; null for that of its type.</param>
/// <param name="Issue">The issue it belongs to; null where none is named.</param>
public sealed record LockBranch(string Reason, TimeSpan? Ttl, string? Issue)
{
    /// <summary>How many scopes a lock may name.</summary>
    public const int MaxScopes = LockScopes.MaxOfLock;

    /// <summary>What it is for. <see cref="LockType.Indexing"/> asks for <see cref="Right.IndexingReport"/>.</summary>
    public LockType Type { get; init; }

    /// <summary>What it covers; none for the whole branch. What lies inside another of them is left out.</summary>
    public ImmutableArray<LockScope> Scopes { get; init; } = [];

    /// <summary>How often the holder will be heard of; null for what its type promises.</summary>
    public TimeSpan? HeartbeatInterval { get; init; }

    /// <summary>When the holder expects to be done; null where it does not know.</summary>
    public DateTimeOffset? ExpectedEnd { get; init; }

    /// <summary>The identity, where the caller has one already; null to make one.</summary>
    internal string? Id { get; init; }

    /// <summary>How long the lease lasts where a command of the registry knows it better than the limits do; null for <see cref="Ttl"/>.</summary>
    internal TimeSpan? ExactTtl { get; init; }

    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded, IssuePolicy issues)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (!context.May(Right.LockAcquire))
            return NotAuthorized.Lacking(Right.LockAcquire, "to lock a branch");
        if (Type == LockType.Indexing && !context.May(Right.IndexingReport))
            return NotAuthorized.Lacking(Right.IndexingReport, "to lock a branch for indexing");
        var locked = Take(journal, branch, issues);
        return locked.IsOk
            ? new Change { Branches = [locked.Value.Over(loaded)], Audit = journal.Entries, Events = journal.Events }
            : locked.Refusals;
    }

    /// <summary>The branch with the lock, as its last; for commands that have asked for their own right.</summary>
    internal Result<Branch> Take(Journal journal, Branch branch, IssuePolicy issues)
    {
        var context = journal.Context;
        var scopes = LockScopes.Outermost(Scopes);
        if (Refuse(context, branch, issues, scopes) is { } refusal)
            return refusal;
        var held = new Lock
        {
            Id = Id ?? context.NewId().ToString("D"),
            Type = Type,
            Scopes = scopes,
            Holder = context.Actor.Subject,
            Reason = Reason,
            Issue = Issue,
            AcquiredAt = context.Time,
            ExpiresAt = context.Time + (ExactTtl ?? Ttl ?? LockTerm.DefaultOf(Type)),
            FencingToken = branch.LastFencingToken + 1,
            HeartbeatInterval = HeartbeatInterval ?? LockTerm.DefaultHeartbeatOf(Type),
            ExpectedEnd = ExpectedEnd,
            ReadAt = branch.Head,
            Head = branch.Head,
        };
        LockTaking.Tell(journal, branch, held);
        var locked = branch with { Locks = branch.Locks.Add(held), LastFencingToken = held.FencingToken };
        return held.IsOfBranch ? locked.MoveTo(BranchState.LockedForWrite, StateTrigger.Lock, Reason, journal) : locked;
    }

    private Refusal? Refuse(CommandContext context, Branch branch, IssuePolicy issues, ImmutableArray<LockScope> scopes)
    {
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (Ttl is { } ttl && LockTerm.Check(ttl) is { } term)
            return term;
        if (HeartbeatInterval is { } interval && LockTerm.CheckHeartbeat(interval) is { } heartbeat)
            return heartbeat;
        if (Scopes.Length > LockScopes.MaxOfLock)
            return new ValueOutOfRange("number of scopes", 0, LockScopes.MaxOfLock, Scopes.Length) { Path = ["scopes"] };
        if (Issue is not null && issues.CheckForm([Issue]).FirstOrDefault() is { } issue)
            return issue with { Path = ["issue"] };
        if (branch.Locks.FirstOrDefault(l => scopes.Any(l.Covers)) is { } other)
            return BranchLocked.Of(branch, other, context.Now);
        if (branch.Locks.Length >= LockScopes.MaxOfBranch)
            return new ValueOutOfRange("number of locks of a branch", 0, LockScopes.MaxOfBranch, branch.Locks.Length + 1L);
        // An indexer writes nothing, so the protection of a branch does not keep it out: indexing:report is its right.
        if (Type == LockType.Indexing || ExactTtl is not null)
            return branch.State is BranchState.Archived or BranchState.Error ? BranchNotWritable.Of(branch) : null;
        return WriteAccess.CheckOpen(context, branch);
    }
}
