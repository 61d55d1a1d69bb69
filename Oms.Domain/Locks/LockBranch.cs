using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Takes the lock of a branch: from now on only its holder, showing the fencing token, writes.</summary>
/// <param name="Reason">Why, for those who are kept out.</param>
/// <param name="Ttl">How long the lease lasts: <see cref="LockTerm.Minimum"/> to <see cref="LockTerm.Maximum"/>; null for <see cref="LockTerm.Default"/>.</param>
/// <param name="Issue">The issue it belongs to; null where none is named.</param>
public sealed record LockBranch(string Reason, TimeSpan? Ttl, string? Issue)
{
    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded, IssuePolicy issues)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (Refuse(context, branch, issues) is { } refusal)
            return refusal;
        var held = new Lock
        {
            Id = context.NewId().ToString("D"),
            Holder = context.Actor.Subject,
            Reason = Reason,
            Issue = Issue,
            AcquiredAt = context.Time,
            ExpiresAt = context.Time + (Ttl ?? LockTerm.Default),
            FencingToken = branch.LastFencingToken + 1,
        };
        journal.Record(TargetTypes.Lock, branch.Name.Value, "acquire", entry => entry with
        {
            Branch = branch.Name.Value,
            After = CanonicalJson.Literal(held),
            Issues = Issue is null ? [] : [Issue],
            Reason = Reason,
        });
        journal.Tell(EventTypes.LockAcquired, branch.Name.Value, LockData.Of(held));
        var locked = (branch with { Lock = held, LastFencingToken = held.FencingToken })
            .MoveTo(BranchState.LockedForWrite, StateTrigger.Lock, Reason, journal);
        return new Change { Branches = [locked.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }

    private Refusal? Refuse(CommandContext context, Branch branch, IssuePolicy issues)
    {
        if (!context.May(Right.LockAcquire))
            return NotAuthorized.Lacking(Right.LockAcquire, "to lock a branch");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (Ttl is { } ttl && LockTerm.Check(ttl) is { } term)
            return term;
        if (Issue is not null && issues.CheckForm([Issue]).FirstOrDefault() is { } issue)
            return issue with { Path = ["issue"] };
        if (branch.Lock is not null)
            return BranchLocked.Of(branch, context.Now);
        return WriteAccess.Check(context, branch, null);
    }
}
