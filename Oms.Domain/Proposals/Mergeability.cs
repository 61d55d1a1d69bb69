using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.Locks;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Proposals;

/// <summary>Whether a proposal may be merged now. One function for the merge itself, the queue, the view of it and the merge by itself.</summary>
public static class Mergeability
{
    /// <summary>Everything that stands against it, whole; empty when nothing does.</summary>
    /// <param name="facts">What is known of it now.</param>
    public static ImmutableArray<MergeObstacle> Obstacles(MergeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var found = ImmutableArray.CreateBuilder<MergeObstacle>();
        var (loaded, proposal) = (facts.Loaded, facts.Loaded.Proposal);
        if (!ProposalTransitions.IsAllowed(proposal.Status, ProposalVerb.Merge))
            Add(MergeObstacleKind.Status, $"It is {proposal.Status.ToString().ToUpperInvariant()}.");
        if (loaded.Target.State is BranchState.Archived or BranchState.Error)
            Add(MergeObstacleKind.Branch, $"'{proposal.Target}' is in state {loaded.Target.State.ToString().ToUpperInvariant()}.");
        if (facts.Behind == 0)
            Add(MergeObstacleKind.NothingToMerge, $"'{proposal.Source}' has no commit that '{proposal.Target}' has not.");
        AddApprovals();
        AddChecks();
        if (loaded.Policy.RequireUpToDate && facts.Ahead > 0)
            Add(MergeObstacleKind.Behind, $"'{proposal.Source}' lacks {facts.Ahead} commits of '{proposal.Target}'; merge '{proposal.Target}' into it.");
        if (facts.LockedBy is { } held)
            Add(MergeObstacleKind.Locked, $"{held.Holder} holds a lock on what it would write until {held.ExpiresAt:u} ({held.Reason}).");
        if (loaded.Policy.UseQueue && !facts.IsThroughQueue)
            Add(MergeObstacleKind.Queue, $"'{proposal.Target}' takes proposals by its merge queue; send it there with enqueueProposal.");
        return found.ToImmutable();

        void Add(MergeObstacleKind kind, string message, CheckKind? check = null) => found.Add(new MergeObstacle(kind, message) { Check = check, IsEnforced = check is { } asked && facts.Enforced.Contains(asked) });

        void AddApprovals()
        {
            foreach (var requirement in ApprovalRules.Of(loaded).Where(r => r.Missing > 0))
                Add(MergeObstacleKind.Approvals, Words(requirement));
            foreach (var objection in loaded.Objections)
                Add(MergeObstacleKind.ChangesRequested, $"{objection.Reviewer} asks for changes.");
        }

        void AddChecks()
        {
            foreach (var kind in Enum.GetValues<CheckKind>())
                if (!loaded.Policy.OptionalChecks.Contains(kind) || kind is CheckKind.Valid or CheckKind.Conflicts || facts.Enforced.Contains(kind))
                {
                    // A check that nobody carried out is not green either.
                    if (facts.Checks.FirstOrDefault(c => c.Kind == kind) is not { } check)
                        Add(MergeObstacleKind.Check, $"The check {kind.ToString().ToUpperInvariant()} was not carried out.", kind);
                    else if (check.Status != CheckStatus.Passed)
                        Add(MergeObstacleKind.Check, check.Summary, kind);
                }
        }
    }

    /// <summary>The lock that keeps somebody from writing what the merge changes; null when none does.</summary>
    public static Lock? LockAgainst(Branch target, Merging.MergeResult merge, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(merge);
        return new LockGate([.. target.Locks.Where(l => l.IsHeldAt(now))]).FindForeign(merge.Changes, string.Empty, null);
    }

    private static string Words(ApprovalRequirement requirement)
    {
        var whose = requirement.Owners.IsEmpty ? string.Empty : $" of {string.Join(", ", requirement.Owners.Take(10))}";
        return $"{requirement.Given} of {requirement.Needed} approvals{whose} of this content are there ({requirement.Why}).";
    }
}
