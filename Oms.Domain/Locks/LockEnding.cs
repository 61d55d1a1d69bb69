using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Domain.Locks;

/// <summary>What ending a lock before its time does, whoever ends it.</summary>
internal static class LockEnding
{
    /// <summary>The change that ends the lock of this branch; the branch goes back to active.</summary>
    internal static Change Decide(Journal journal, Branch loaded, string verb, StateTrigger trigger, string reason)
    {
        var held = loaded.Lock!;
        journal.Record(TargetTypes.Lock, loaded.Name.Value, verb, entry => entry with
        {
            Branch = loaded.Name.Value,
            Before = CanonicalJson.Literal(held),
            Issues = held.Issue is null ? [] : [held.Issue],
            Reason = reason,
        });
        var freed = Free(journal, loaded, reason);
        if (freed.State == BranchState.LockedForWrite)
            freed = freed.MoveTo(BranchState.Active, trigger, reason, journal);
        return new Change { Branches = [freed.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }

    /// <summary>The branch without its lock, with the event that tells so; its state is left to the caller.</summary>
    internal static Branch Free(Journal journal, Branch branch, string reason)
    {
        journal.Tell(
            EventTypes.LockReleased, branch.Name.Value, LockData.Of(branch.Lock!, journal.Context.Actor.Subject, reason));
        return branch with { Lock = null };
    }
}
