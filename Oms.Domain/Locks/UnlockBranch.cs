using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>Gives one's own lock back, whole or in part.</summary>
/// <param name="FencingToken">The token that came with the lock.</param>
public sealed record UnlockBranch(long FencingToken)
{
    /// <summary>The scopes to give back, each one that the lock names; none to give all back.</summary>
    public ImmutableArray<LockScope> Scopes { get; init; } = [];

    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.LockRelease))
            return NotAuthorized.Lacking(Right.LockRelease, "to give a lock back");
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        var owned = LockOwnership.Find(context, branch, FencingToken);
        if (!owned.IsOk)
            return owned.Refusals;
        var held = owned.Value;
        if (Scopes.FirstOrDefault(s => !held.Scopes.Contains(s)) is { } foreign)
            return new LockScopeNotHeld(branch.Name.Value, foreign, held.Scopes) { Path = ["scopes"] };
        var reason = $"unlocked by {context.Actor.Subject}";
        var left = Scopes.IsEmpty ? [] : held.Scopes.RemoveRange(Scopes);
        var freed = left.IsEmpty
            ? LockEnding.End(journal, branch, held, "release", StateTrigger.Unlock, reason)
            : LockEnding.Narrow(journal, branch, held, left, "release", reason);
        return new Change { Branches = [freed.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }
}
