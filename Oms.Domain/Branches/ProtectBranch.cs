using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Branches;

/// <summary>Protects a branch, so that only those with the right to write protected branches may write; or ends that.</summary>
/// <param name="IsProtected">True to protect it, false to end its protection.</param>
/// <param name="Reason">Why.</param>
public sealed record ProtectBranch(bool IsProtected, string Reason)
{
    /// <summary>Decides for this branch as it was loaded.</summary>
    public Result<Change> Decide(CommandContext context, Branch loaded)
    {
        if (!context.May(Right.BranchProtect))
            return NotAuthorized.Lacking(Right.BranchProtect, "to protect a branch or to end its protection");
        if (TextLimits.Check("reason", Reason, TextLimits.MaxReason) is { } text)
            return text;
        if (loaded.State == BranchState.Archived)
            return BranchNotWritable.Of(loaded);
        if (loaded.IsProtected == IsProtected)
            return new NothingChanged(loaded.Name.Value);
        return Make(new Journal(context), loaded);
    }

    private Change Make(Journal journal, Branch loaded)
    {
        var branch = LockExpiry.Settle(loaded, journal);
        var changed = branch with { IsProtected = IsProtected };
        journal.Record(TargetTypes.Branch, branch.Name.Value, IsProtected ? "protect" : "unprotect", entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = branch.Name.Value,
            Before = branch.ForAudit(),
            After = changed.ForAudit(),
            Reason = Reason,
        });
        journal.Tell(EventTypes.BranchProtectionChanged, branch.Name.Value, new BranchProtectionChangedData(IsProtected, Reason));
        return new Change { Branches = [changed.Over(loaded)], Audit = journal.Entries, Events = journal.Events };
    }
}
