using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Gives one's own lock back; the branch is active again.</summary>
/// <param name="FencingToken">The token that came with the lock.</param>
public sealed record UnlockBranch(long FencingToken)
{
    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.LockRelease))
            return NotAuthorized.Lacking(Right.LockRelease, "to give a lock back");
        return LockOwnership.Check(context, loaded, FencingToken) is { } refusal
            ? refusal
            : LockEnding.Decide(new Journal(context), loaded, "release", StateTrigger.Unlock, $"unlocked by {context.Actor.Subject}");
    }
}
