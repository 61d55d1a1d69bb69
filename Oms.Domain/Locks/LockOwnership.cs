using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;

namespace Oms.Domain.Locks;

/// <summary>The one rule for who may handle a lock as their own.</summary>
internal static class LockOwnership
{
    /// <summary>The actor's lock that has this token, or why there is none.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="branch">The branch, without overdue locks.</param>
    /// <param name="fencingToken">The token that came with the lock.</param>
    internal static Result<Lock> Find(CommandContext context, Branch branch, long fencingToken)
    {
        if (branch.Locks.IsEmpty)
            return new BranchNotLocked(branch.Name.Value);
        var subject = context.Actor.Subject;
        if (branch.Locks.FirstOrDefault(l => l.FencingToken == fencingToken) is { } held)
            return held.Holder == subject ? held : new LockNotYours(branch.Name.Value, held.Holder);
        return branch.Locks.Any(l => l.Holder == subject)
            ? new FencingTokenStale(branch.Name.Value, fencingToken) { Path = ["fencingToken"] }
            : new LockNotYours(branch.Name.Value, branch.Locks[0].Holder);
    }
}
