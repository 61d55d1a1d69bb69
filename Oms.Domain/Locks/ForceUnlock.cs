using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Ends locks that others hold; their fencing tokens are worth nothing from then on.</summary>
/// <param name="Reason">Why, for the holder and for the audit log.</param>
/// <param name="LockId">The one to end; null for all locks of the branch.</param>
public sealed record ForceUnlock(string Reason, string? LockId = null)
{
    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.LockForceUnlock))
            return NotAuthorized.Lacking(Right.LockForceUnlock, "to end a lock that another holds");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        var ended = branch.Locks.Where(l => LockId is null || l.Id == LockId).ToArray();
        if (ended.Length == 0)
            return new BranchNotLocked(branch.Name.Value);
        var freed = ended.Aggregate(
            branch, (left, held) => LockEnding.End(journal, left, held, "force_unlock", StateTrigger.ForceUnlock, Reason));
        return new Change { Branches = [freed.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }
}
