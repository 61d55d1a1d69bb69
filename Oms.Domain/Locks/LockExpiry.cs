using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>
/// What time does to locks: one that is past its end lets the branch go back to active, never to ready, for nobody knows what its holder
/// left undone.
/// </summary>
public static class LockExpiry
{
    /// <summary>True when the branch has a lock whose time is over.</summary>
    public static bool IsDue(Branch branch, DateTimeOffset now) => branch.Lock is { } held && !held.IsHeldAt(now);

    /// <summary>The change that ends an overdue lock; null when there is none.</summary>
    public static Change? Decide(CommandContext context, Branch branch)
    {
        var journal = new Journal(context with { Actor = Actor.System });
        var settled = Settle(branch, journal);
        return ReferenceEquals(settled, branch)
            ? null
            : new Change { Branches = [settled.Over(branch)], Audit = journal.Entries, Events = journal.Events };
    }

    /// <summary>The branch without its overdue lock; the same branch when there is none.</summary>
    internal static Branch Settle(Branch branch, Journal journal)
    {
        if (!IsDue(branch, journal.Context.Now))
            return branch;
        var held = branch.Lock!;
        var reason = $"the lock of {held.Holder} ended by time";
        journal.Record(TargetTypes.Lock, branch.Name.Value, "expire", entry => entry with
        {
            Actor = Actor.System,
            Branch = branch.Name.Value,
            Before = CanonicalJson.Literal(held),
            Reason = reason,
        });
        journal.Tell(EventTypes.LockExpired, branch.Name.Value, LockData.Of(held, null, reason), author: Actor.System.Subject);
        var freed = branch with { Lock = null };
        return freed.State == BranchState.LockedForWrite
            ? freed.MoveTo(BranchState.Active, StateTrigger.Expiry, reason, journal, Actor.System)
            : freed;
    }
}
