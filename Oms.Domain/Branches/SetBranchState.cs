using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Branches;

/// <summary>
/// Sets a branch's state by hand: marks it as in error, or brings it back to active. Locks, archival and readiness have commands of their
/// own and can not be set so.
/// </summary>
/// <param name="State">The state to come to: active or error.</param>
/// <param name="Reason">Why.</param>
public sealed record SetBranchState(BranchState State, string Reason)
{
    private static readonly ImmutableArray<BranchState> ByHand = [BranchState.Active, BranchState.Error];

    /// <summary>Decides for this branch as it was loaded. Coming to error ends its locks.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (Refuse(context, branch) is { } refusal)
            return refusal;
        var moved = (State == BranchState.Error ? LockEnding.FreeAll(journal, branch, Reason) : branch).MoveTo(State, StateTrigger.Manual, Reason, journal);
        journal.Record(TargetTypes.Branch, branch.Name.Value, "set_state", entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = branch.Name.Value,
            Before = branch.ForAudit(),
            After = moved.ForAudit(),
            Reason = Reason,
        });
        return new Change { Branches = [moved.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }

    private Refusal? Refuse(CommandContext context, Branch branch)
    {
        if (!context.May(Right.BranchSetState))
            return NotAuthorized.Lacking(Right.BranchSetState, "to set the state of a branch by hand");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (State == BranchState.Active && branch.Lock is { } whole)
            return BranchLocked.Of(branch, whole, context.Now);
        return ByHand.Contains(State) && BranchTransitions.IsAllowed(branch.State, State)
            ? null
            : new TransitionRefused(
                branch.Name.Value, branch.State, State, [.. BranchTransitions.From(branch.State).Where(s => ByHand.Contains(s))]);
    }
}
