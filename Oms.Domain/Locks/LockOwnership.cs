using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;

namespace Oms.Domain.Locks;

/// <summary>The one rule for who may handle a lock as their own.</summary>
internal static class LockOwnership
{
    /// <summary>Why the actor can not handle the branch's lock as their own; null when they can.</summary>
    internal static Refusal? Check(CommandContext context, Branch branch, long fencingToken)
    {
        if (branch.Lock is not { } held || !held.IsHeldAt(context.Now))
            return new BranchNotLocked(branch.Name.Value);
        if (held.Holder != context.Actor.Subject)
            return new LockNotYours(branch.Name.Value, held.Holder);
        return held.FencingToken == fencingToken
            ? null
            : new FencingTokenStale(branch.Name.Value, fencingToken) { Path = ["fencingToken"] };
    }
}
