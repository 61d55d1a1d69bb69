using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Storage;

namespace Oms.Domain.Indexing;

/// <summary>Whether a branch is merged by itself after its indexing (domain.md 5.8), and what that does to it. The merge itself is another's.</summary>
public static class AutoMerge
{
    /// <summary>Everything that stands against it, in the order of <see cref="AutoMergeCondition"/>; empty when nothing does.</summary>
    public static ImmutableArray<UnmetCondition> Unmet(Branch branch, AutoMergeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(branch);
        ArgumentNullException.ThrowIfNull(facts);
        var unmet = ImmutableArray.CreateBuilder<UnmetCondition>();
        Demand(facts.IsEnabled, AutoMergeCondition.PolicyEnabled, $"'{branch.Name}' does not ask to be merged by itself.");
        Demand(branch.State == BranchState.Ready, AutoMergeCondition.IndexingCompleted, $"'{branch.Name}' is {Words.Of(branch.State)}, not READY ({branch.StateReason}).");
        Demand(
            branch.State != BranchState.Ready || (!branch.Indexes.IsEmpty && branch.Indexes.All(i => i.CurrentAt == branch.Head)),
            AutoMergeCondition.IndexingCompleted,
            "An index is not of the head.");
        Demand(branch.Locks.IsEmpty, AutoMergeCondition.NotLocked, branch.Locks.IsEmpty ? string.Empty : $"{branch.Locks[0].Holder} holds a lock ({branch.Locks[0].Reason}).");
        Demand(facts.MissingApprovals == 0, AutoMergeCondition.ApprovalReceived, Count(facts.MissingApprovals, "approvals of this head are missing", "approvals"));
        Demand(facts.FailingChecks == 0, AutoMergeCondition.AllTestsPassed, Count(facts.FailingChecks, "checks of this head are not green", "checks"));
        Demand(facts.Conflicts == 0, AutoMergeCondition.NoConflicts, Count(facts.Conflicts, "conflicts stand in the way", "conflicts"));
        Demand(facts.MergeRefusal is null, AutoMergeCondition.MergeAccepted, facts.MergeRefusal ?? string.Empty);
        return unmet.ToImmutable();

        void Demand(bool holds, AutoMergeCondition condition, string reason)
        {
            if (!holds)
                unmet.Add(new UnmetCondition(condition, reason));
        }
    }

    /// <summary>Who merges, and when, for a branch that asks to be merged by itself.</summary>
    public static CommandContext ContextFor(Branch branch, CommandContext asked)
    {
        ArgumentNullException.ThrowIfNull(branch);
        ArgumentNullException.ThrowIfNull(asked);
        return asked with { Actor = branch.AutoMerge!.Actor };
    }

    /// <summary>Writes down and tells what stands against it; null where that is known already.</summary>
    public static Change? Hold(CommandContext context, Branch branch, ImmutableArray<UnmetCondition> unmet)
    {
        ArgumentNullException.ThrowIfNull(branch);
        var policy = branch.AutoMerge!;
        if (policy.Hold is { } known && known.Head == branch.Head && known.Unmet.SequenceEqual(unmet))
            return null;
        var journal = new Journal(context);
        journal.Tell(EventTypes.AutoMergeHeld, branch.Name.Value, new AutoMergeData(policy.Into.Value, branch.Head.Value, unmet), branch.Head.Value);
        var since = policy.Hold is { } before && before.Head == branch.Head ? before.From : context.Time;
        var held = branch with { AutoMerge = policy with { Hold = new AutoMergeHold(branch.Head, unmet, context.Time, since) } };
        return new Change { Branches = [held.Over(branch)], Events = journal.Events };
    }

    /// <summary>True when something has stood against it for too long, at the head that the branch is ready at.</summary>
    public static bool IsOverdue(Branch branch, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(branch);
        return branch is { State: BranchState.Ready, AutoMerge: { } policy } && policy.EndsAt(branch.Head) <= now;
    }

    /// <summary>Gives it up, with what stood against it: the branch stays ready, and is not merged by itself any more. Null where it is not overdue.</summary>
    public static Change? GiveUp(CommandContext context, Branch branch)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!IsOverdue(branch, context.Time) || branch.AutoMerge is not { Hold: { } hold } policy)
            return null;
        var journal = new Journal(context);
        journal.Record(TargetTypes.Branch, branch.Name.Value, "give_up_auto_merge", entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = branch.Name.Value,
            Before = CanonicalJson.Literal(policy),
            Commit = branch.Head.Value,
            Issues = policy.Issues,
            Reason = $"it was not merged into '{policy.Into}' since {hold.From:u}: {hold.Unmet[0].Reason}",
        });
        journal.Tell(EventTypes.AutoMergeGivenUp, branch.Name.Value, new AutoMergeData(policy.Into.Value, branch.Head.Value, hold.Unmet), branch.Head.Value);
        return new Change { Branches = [(branch with { AutoMerge = null }).Over(branch)], Audit = journal.Entries, Events = journal.Events };
    }

    /// <summary>The change that merges, with the branch active again in the same transaction.</summary>
    /// <param name="context">Who merges, when.</param>
    /// <param name="branch">The branch as it was loaded: ready, and without an overdue lock.</param>
    /// <param name="merge">What merging it does to the other branch.</param>
    /// <param name="commit">The commit at the other branch's head after it.</param>
    public static Change Complete(CommandContext context, Branch branch, Change merge, ObjectHash commit)
    {
        ArgumentNullException.ThrowIfNull(branch);
        ArgumentNullException.ThrowIfNull(merge);
        var policy = branch.AutoMerge!;
        var journal = new Journal(context);
        var reason = $"merged into '{policy.Into}' by itself, as {policy.AskedBy} asked";
        var moved = branch.MoveTo(BranchState.Active, StateTrigger.AutoMerge, reason, journal) with { AutoMerge = policy with { Hold = null } };
        journal.Record(TargetTypes.Branch, branch.Name.Value, "auto_merge", entry => entry with
        {
            Branch = branch.Name.Value,
            TargetName = branch.Name.Value,
            Before = branch.ForAudit(),
            After = moved.ForAudit(),
            Commit = commit.Value,
            Issues = policy.Issues,
            Reason = reason,
        });
        return merge with
        {
            Branches = merge.Branches.Add(moved.Over(branch)), Audit = [.. merge.Audit, .. journal.Entries], Events = [.. merge.Events, .. journal.Events],
        };
    }

    private static string Count(int? count, string words, string what) => count is { } known ? $"{known} {words}." : $"Nobody could tell the {what}.";
}
