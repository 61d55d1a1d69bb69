using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Indexing;

namespace Oms.Domain.Locks;

/// <summary>What ending a lock before its time does, whoever ends it.</summary>
internal static class LockEnding
{
    /// <summary>The branch without one of its locks, audited and told; where it was the lock of the whole branch, active again.</summary>
    internal static Branch End(Journal journal, Branch branch, Lock held, string verb, StateTrigger trigger, string reason)
    {
        journal.Record(TargetTypes.Lock, branch.Name.Value, verb, entry => entry with
        {
            Branch = branch.Name.Value,
            Before = CanonicalJson.Literal(held),
            Issues = held.Issue is null ? [] : [held.Issue],
            Reason = reason,
        });
        return Free(journal, branch, held, reason).Thaw(trigger, reason, journal);
    }

    /// <summary>The branch without one of its locks, with the event that tells so; its state is left to the caller.</summary>
    internal static Branch Free(Journal journal, Branch branch, Lock held, string reason)
    {
        journal.Tell(
            EventTypes.LockReleased, branch.Name.Value, LockData.Of(held, journal.Context.Actor.Subject, reason));
        return ShadowIndexes.RollBack(journal, branch with { Locks = branch.Locks.Remove(held) }, held, reason);
    }

    /// <summary>The branch without any of its locks, as when it comes to error; its state is left to the caller.</summary>
    internal static Branch FreeAll(Journal journal, Branch branch, string reason) =>
        branch.Locks.Aggregate(branch, (freed, held) => Free(journal, freed, held, reason));

    /// <summary>The branch with a lock for parts of what it covered: those given back are told, the others stay under the same token.</summary>
    internal static Branch Narrow(Journal journal, Branch branch, Lock held, ImmutableArray<LockScope> left, string verb, string reason)
    {
        var narrowed = held with { Scopes = left };
        journal.Record(TargetTypes.Lock, branch.Name.Value, verb, entry => entry with
        {
            Branch = branch.Name.Value,
            Before = CanonicalJson.Literal(held),
            After = CanonicalJson.Literal(narrowed),
            Issues = held.Issue is null ? [] : [held.Issue],
            Reason = reason,
        });
        journal.Tell(EventTypes.LockNarrowed, branch.Name.Value, LockData.Of(narrowed, null, reason));
        return branch with { Locks = branch.Locks.Replace(held, narrowed) };
    }

    /// <summary>A branch that is locked for write and has no lock of all of it any more is active again, never ready.</summary>
    internal static Branch Thaw(this Branch branch, StateTrigger trigger, string reason, Journal journal, Actor? by = null) =>
        branch.State == BranchState.LockedForWrite && branch.Lock is null
            ? branch.MoveTo(BranchState.Active, trigger, reason, journal, by)
            : branch;
}
