using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Ends a lock that another holds; their fencing token is worth nothing from then on.</summary>
/// <param name="Reason">Why, for the holder and for the audit log.</param>
public sealed record ForceUnlock(string Reason)
{
    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.LockForceUnlock))
            return NotAuthorized.Lacking(Right.LockForceUnlock, "to end a lock that another holds");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (loaded.Lock is not { } held || !held.IsHeldAt(context.Now))
            return new BranchNotLocked(loaded.Name.Value);
        return LockEnding.Decide(new Journal(context), loaded, "force_unlock", StateTrigger.ForceUnlock, Reason);
    }
}
