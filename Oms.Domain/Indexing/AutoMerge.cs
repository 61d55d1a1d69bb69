using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Ontology.Editing;

namespace Oms.Domain.Indexing;

/// <summary>Whether a branch is merged by itself after its indexing (domain.md 5.8). It judges; the merge is another's.</summary>
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
        return unmet.ToImmutable();

        void Demand(bool holds, AutoMergeCondition condition, string reason)
        {
            if (!holds)
                unmet.Add(new UnmetCondition(condition, reason));
        }
    }

    private static string Count(int? count, string words, string what) => count is { } known ? $"{known} {words}." : $"Nobody could tell the {what}.";
}
