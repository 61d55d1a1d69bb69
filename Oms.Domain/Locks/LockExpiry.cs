using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Indexing;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>
/// What time does to locks, by the store's clock: one that is past its lease, or whose holder missed its heartbeats, is released. The branch
/// never becomes ready by it, for nobody knows what the holder left undone. A migration that stops half-way leaves the branch in error,
/// for a person to look at; every other lock only kept others out, so the branch is active again.
/// </summary>
public static class LockExpiry
{
    /// <summary>True when the branch has a lock whose time is over.</summary>
    public static bool IsDue(Branch branch, DateTimeOffset now)
    {
        foreach (var held in branch.Locks)
            if (!held.IsHeldAt(now))
                return true;
        return false;
    }

    /// <summary>The change that ends overdue locks; null when there are none.</summary>
    public static Change? Decide(CommandContext context, Branch branch)
    {
        var journal = new Journal(context with { Actor = Actor.System });
        var settled = Settle(branch, journal);
        return ReferenceEquals(settled, branch)
            ? null
            : new Change { Branches = [settled.Over(branch)], Audit = journal.Entries, Events = journal.Events };
    }

    /// <summary>The branch without overdue locks; the same branch when there are none.</summary>
    internal static Branch Settle(Branch branch, Journal journal)
    {
        if (!IsDue(branch, journal.Context.Now))
            return branch;
        foreach (var held in branch.Locks)
            if (!held.IsHeldAt(journal.Context.Now))
                branch = End(branch, held, journal);
        return branch;
    }

    private static Branch End(Branch branch, Lock held, Journal journal)
    {
        // Coming to error for another lock has released this one already.
        if (!branch.Locks.Contains(held))
            return branch;
        var reason = held.IsSilentAt(journal.Context.Now)
            ? $"{held.Holder} was not heard of for {Lock.MissedHeartbeats} heartbeats"
            : $"the lock of {held.Holder} ended by time";
        journal.Record(TargetTypes.Lock, branch.Name.Value, "expire", entry => entry with
        {
            Actor = Actor.System,
            Branch = branch.Name.Value,
            Before = CanonicalJson.Literal(held),
            Issues = held.Issue is null ? [] : [held.Issue],
            Reason = reason,
        });
        journal.Tell(EventTypes.LockExpired, branch.Name.Value, LockData.Of(held, null, reason), author: Actor.System.Subject);
        if (held.Type == LockType.Indexing)
            journal.Tell(
                EventTypes.IndexingFailed,
                branch.Name.Value,
                IndexingData.Of(held) with { Message = reason },
                held.ReadAt.IsEmpty ? null : held.ReadAt.Value,
                Actor.System.Subject);
        var freed = ShadowIndexes.RollBack(journal, branch with { Locks = branch.Locks.Remove(held) }, held, reason);
        return held.Type == LockType.Migration
            ? LockEnding.FreeAll(journal, freed, reason).MoveTo(BranchState.Error, StateTrigger.Expiry, reason, journal, Actor.System)
            : freed.Thaw(StateTrigger.Expiry, reason, journal, Actor.System);
    }
}
