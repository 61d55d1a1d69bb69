using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Branches;

/// <summary>Ends the life of a branch: it can be read for good and never written again (domain.md 2.1; nothing is deleted).</summary>
/// <param name="Reason">Why.</param>
public sealed record ArchiveBranch(string Reason)
{
    /// <summary>Decides for this branch as it was loaded. <c>main</c> is never archived.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        var journal = new Journal(context);
        var branch = LockExpiry.Settle(loaded, journal);
        if (Refuse(context, branch) is { } refusal)
            return refusal;
        var archived = branch.MoveTo(BranchState.Archived, StateTrigger.Archive, Reason, journal);
        journal.Record(TargetTypes.Branch, branch.Name.Value, "archive", entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = branch.Name.Value,
            Before = branch.ForAudit(),
            After = archived.ForAudit(),
            Reason = Reason,
        });
        return new Change { Branches = [archived.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }

    private Refusal? Refuse(CommandContext context, Branch branch)
    {
        if (!context.May(Right.BranchArchive))
            return NotAuthorized.Lacking(Right.BranchArchive, "to archive a branch");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (branch.Name == BranchName.Main)
            return new BranchProtected(branch.Name.Value, "to archive 'main', which no role has");
        if (branch.IsProtected && !context.May(Right.BranchProtect))
            return BranchProtected.Lacking(Right.BranchProtect, branch);
        if (!branch.Locks.IsEmpty)
            return BranchLocked.Of(branch, branch.Locks[0], context.Now);
        return BranchTransitions.IsAllowed(branch.State, BranchState.Archived)
            ? null
            : new TransitionRefused(branch.Name.Value, branch.State, BranchState.Archived, BranchTransitions.From(branch.State));
    }
}
