using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Indexing;

/// <summary>What the commands on shadow indexes share: who may, what is settled by time, and the one way from state to state.</summary>
internal static class ShadowIndexes
{
    /// <summary>A change of one shadow index of a branch.</summary>
    /// <param name="context">Who asks, when.</param>
    /// <param name="loaded">The branch as it was loaded.</param>
    /// <param name="id">The shadow index.</param>
    /// <param name="change">The branch after it, or why not.</param>
    internal static Result<Change> Decide(CommandContext context, Branch loaded, string id, Func<Journal, Branch, ShadowIndex, Result<Branch>> change)
    {
        if (!context.May(Right.IndexingReport))
            return NotAuthorized.Lacking(Right.IndexingReport, "to build an index");
        var journal = new Journal(context);
        var branch = Settle(journal, LockExpiry.Settle(loaded, journal));
        if (branch.Shadows.FirstOrDefault(s => s.Id == id) is not { } shadow)
            return new ShadowNotFound(branch.Name.Value, id) { Path = ["shadow"] };
        if (shadow.Builder != context.Actor.Subject && !context.May(Right.LockForceUnlock))
            return new LockNotYours(branch.Name.Value, shadow.Builder);
        var changed = change(journal, branch, shadow);
        return changed.IsOk ? Write(journal, changed.Value, loaded) : changed.Refusals;
    }

    /// <summary>The change that writes a branch.</summary>
    internal static Change Write(Journal journal, Branch branch, Branch loaded) =>
        new() { Branches = [branch.Over(loaded)], Audit = journal.Entries, Events = journal.Events };

    /// <summary>The branch without builds that were silent for too long, and without what was over a day ago.</summary>
    internal static Branch Settle(Journal journal, Branch branch)
    {
        var now = journal.Context.Now;
        foreach (var stale in branch.Shadows.Where(s => s.State is ShadowState.Preparing or ShadowState.Building && now - s.ChangedAt > ShadowIndex.StaleAfter))
            branch = Move(journal, branch, stale, ShadowState.Cancelled, stale with { Error = "nothing was heard of its build for 6 hours" }, "cancel");
        return branch.Shadows.Any(IsOld) ? branch with { Shadows = branch.Shadows.RemoveAll(IsOld) } : branch;

        bool IsOld(ShadowIndex shadow) => shadow.IsOver && now - shadow.ChangedAt > ShadowIndex.KeptFor;
    }

    /// <summary>The refusal of a move that the table does not have; null for one that it has.</summary>
    internal static Refusal? Refuse(Branch branch, ShadowIndex shadow, ShadowState to) => ShadowTransitions.IsAllowed(shadow.State, to)
        ? null
        : new ShadowTransitionRefused(branch.Name.Value, shadow.Id, shadow.State, to, ShadowTransitions.From(shadow.State));

    /// <summary>The branch with a shadow index in another state, written down and told. A move that the table does not have is a bug.</summary>
    internal static Branch Move(Journal journal, Branch branch, ShadowIndex from, ShadowState to, ShadowIndex after, string verb)
    {
        if (!ShadowTransitions.IsAllowed(from.State, to))
            throw new InvalidOperationException($"{from.State} does not lead to {to}");
        var moved = after with { State = to, ChangedAt = journal.Context.Time };
        Record(journal, branch, from, moved, verb);
        return branch with { Shadows = branch.Shadows.Replace(from, moved) };
    }

    /// <summary>Writes a shadow index down and tells it.</summary>
    internal static void Record(Journal journal, Branch branch, ShadowIndex? before, ShadowIndex after, string verb)
    {
        journal.Record(TargetTypes.ShadowIndex, after.Id, verb, entry => entry with
        {
            Branch = branch.Name.Value,
            Before = before is null ? null : CanonicalJson.Literal(before),
            After = CanonicalJson.Literal(after),
            Reason = after.Error,
        });
        journal.Tell(EventTypes.IndexStateChanged, branch.Name.Value, new ShadowIndexData(after.Id, after.Type, before?.State, after.State, after.Error), after.ReadAt.Value);
    }

    /// <summary>The branch when the lock of a switch has ended, however it did, before the switch was confirmed: the index in use stays.</summary>
    internal static Branch RollBack(Journal journal, Branch branch, Lock ended, string reason) =>
        branch.Shadows.FirstOrDefault(s => s.State == ShadowState.Switching && s.LockId == ended.Id) is { } switching
            ? Move(journal, branch, switching, ShadowState.Built, switching with { LockId = null, Error = $"the switch was rolled back: {reason}" }, "roll_back")
            : branch;
}
