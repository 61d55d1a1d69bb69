using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Indexing;
using Oms.Domain.Merging;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Merging;
using Oms.Graph.Proposals;
using Oms.Graph.Registry;

namespace Oms.Graph.Indexing;

/// <summary>
/// Merges a branch that is ready and asks to be merged by itself, or writes down what stands against it. Where a proposal of it is open that is
/// merged, by the decision of every proposal; else the branch, by the decision of every merge.
/// </summary>
internal sealed class AutoMergeCommand(OntologyRegistry registry, MergeCommand merges, ProposalTable proposals, ProposalReader reader)
{
    /// <summary>Tries it. Safe to call again and from several servers at once: both branches are written by compare-and-swap in one transaction.</summary>
    /// <returns>True while the branch waits for something, so that it is to be tried again when that may have changed.</returns>
    /// <exception cref="StoreException">The store failed; try again.</exception>
    internal async ValueTask<bool> TryAsync(BranchName name, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < registry.Options.MaxAttempts; tries++)
        {
            if (await registry.GetCurrentBranchAsync(name, cancellationToken) is not { AutoMerge: { } policy, State: BranchState.Ready } branch)
                return false;
            var context = AutoMerge.ContextFor(branch, registry.ContextFor(Actor.System, $"auto-merge-{registry.Ids.Next():N}"));
            var (facts, merge) = await TryMergeAsync(context, branch, policy, cancellationToken);
            var unmet = AutoMerge.Unmet(branch, facts);
            var change = unmet.IsEmpty ? AutoMerge.Complete(context, branch, merge!.Change, merge.Commit) : AutoMerge.Hold(context, branch, unmet);
            if (change is null)
                return true;
            if (await registry.WriteAsync(change, unmet.IsEmpty ? merge!.After : null) is not CommitOutcome.Committed)
                continue;
            return !unmet.IsEmpty;
        }

        throw new StoreException("WRITE_CONTENDED", $"the merge of '{name}' by itself met other writes {registry.Options.MaxAttempts} times");
    }

    /// <summary>Gives up every branch that something has stood against for too long. Several servers may: each branch is written by compare-and-swap.</summary>
    /// <exception cref="StoreException">The store failed; try again.</exception>
    internal async ValueTask GiveUpOverdueAsync(CancellationToken cancellationToken)
    {
        var context = registry.ContextFor(Actor.System, "auto-merge");
        foreach (var overdue in await registry.GetBranchesAsync(cancellationToken))
            if (AutoMerge.IsOverdue(overdue, context.Time))
                await GiveUpAsync(overdue.Name, cancellationToken);
    }

    // What it waited for may have come true a moment ago, so it is tried once more; a write that another was faster with is decided anew at the next look.
    private async ValueTask GiveUpAsync(BranchName name, CancellationToken cancellationToken)
    {
        if (await TryAsync(name, cancellationToken)
            && await registry.GetBranchAsync(name, cancellationToken) is { } branch
            && AutoMerge.GiveUp(registry.ContextFor(Actor.System, $"auto-merge-{registry.Ids.Next():N}"), branch) is { } change)
            await registry.WriteAsync(change, null);
    }

    private async ValueTask<(AutoMergeFacts Facts, IntegrationDecision? Merge)> TryMergeAsync(
        CommandContext context, Branch branch, AutoMergePolicy policy, CancellationToken cancellationToken)
    {
        if (await registry.GetCurrentBranchAsync(policy.Into, cancellationToken) is not { } into)
            return (new AutoMergeFacts { IsEnabled = true, MergeRefusal = new BranchNotFound(policy.Into.Value).Message }, null);
        return (await proposals.AllAsync(cancellationToken)).Values.FirstOrDefault(p => p.Source == branch.Name && p.Target == into.Name && p.IsAlive()) is { } open
            ? await TryProposalAsync(context, open, policy, cancellationToken)
            : await TryBranchAsync(context, branch, into, policy, cancellationToken);
    }

    // Without a proposal nobody keeps approvals and checks of a head, so where they are asked for, they are missing.
    private async ValueTask<(AutoMergeFacts Facts, IntegrationDecision? Merge)> TryBranchAsync(
        CommandContext context, Branch branch, Branch into, AutoMergePolicy policy, CancellationToken cancellationToken)
    {
        var tried = await merges.TryAsync(into, branch.Head, branch.Name, ProposalReader.NoAnswers, cancellationToken);
        var facts = new AutoMergeFacts
        {
            IsEnabled = true, MissingApprovals = policy.RequiresApprovals ? null : 0, FailingChecks = policy.RequiresChecks ? null : 0, Conflicts = tried.Result.Open.Count(),
        };
        if (tried.Behind == 0)
            return (facts with { MergeRefusal = new NothingChanged(into.Name.Value).Message }, null);
        var command = new IntegrateChanges(Right.Merge, "to merge a branch", $"Merge '{branch.Name}' by itself after its indexing", policy.Issues, into.Head, null);
        var (decision, _) = await merges.DecideTriedAsync(command, context, into, tried, MergeStrategy.Merge, ProposalReader.NoAnswers, cancellationToken);
        return decision.IsOk ? (facts, decision.Value)
            : (decision.Refusals[0] is MergeConflicts ? facts : facts with { MergeRefusal = decision.Refusals[0].Message }, null);
    }

    private async ValueTask<(AutoMergeFacts Facts, IntegrationDecision? Merge)> TryProposalAsync(
        CommandContext context, Proposal proposal, AutoMergePolicy policy, CancellationToken cancellationToken)
    {
        var loaded = await reader.LoadAsync(proposal, cancellationToken);
        var (tried, known) = await reader.TryAsync(loaded, context, cancellationToken);
        var command = new MergeProposal(null, null);
        var (merged, _) = await merges.DecideTriedAsync(
            command.Integration(loaded), context, loaded.Target, tried, MergeStrategy.Merge, ProposalReader.NoAnswers, cancellationToken);
        var decision = command.Decide(context, known, tried.Result, merged);
        var obstacles = Mergeability.Obstacles(known);
        var approvals = obstacles.Count(o => o.Kind is MergeObstacleKind.Approvals or MergeObstacleKind.ChangesRequested);
        var checks = obstacles.Count(o => o.Kind == MergeObstacleKind.Check);
        var facts = new AutoMergeFacts
        {
            IsEnabled = true,
            MissingApprovals = approvals == 0 && policy.RequiresApprovals && !loaded.Approvals.Any() ? 1 : approvals,
            FailingChecks = policy.RequiresChecks ? Math.Max(checks, known.Checks.Count(c => c.Status != CheckStatus.Passed)) : checks,
            Conflicts = tried.Result.Open.Count(),
            MergeRefusal = RefusalOf(obstacles, decision),
        };
        return (facts, decision.IsOk ? decision.Value : null);
    }

    // What is neither an approval nor a check nor, told as such, a conflict.
    private static string? RefusalOf(ImmutableArray<MergeObstacle> obstacles, Result<IntegrationDecision> decision) =>
        obstacles.FirstOrDefault(o => o.Kind is not (MergeObstacleKind.Approvals or MergeObstacleKind.ChangesRequested or MergeObstacleKind.Check)) is { } other ? other.Message
        : obstacles.IsEmpty && !decision.IsOk ? decision.Refusals[0].Message
        : null;
}
