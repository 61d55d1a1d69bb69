using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Compatibility;
using Oms.Graph.History;
using Oms.Graph.Merging;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>Finds out what decisions and views of proposals have to know. What two heads come to is worked out once.</summary>
internal sealed class ProposalReader(OntologyRegistry registry, CommitLookup commits, MergeCommand merging, BranchRulesReader rules, ChangeGate gate)
{
    /// <summary>No answers beside those that are kept.</summary>
    internal static readonly IReadOnlyDictionary<string, Resolution> NoAnswers = new Dictionary<string, Resolution>();

    private const int MaxKept = 128;

    private readonly LeastRecentlyUsed<(ObjectHash Target, ObjectHash Source), (MergeBase Parted, ProposedChange Change)> kept = new(MaxKept);

    /// <summary>A proposal with what it would do now, or, where it was merged, with what it did.</summary>
    internal async ValueTask<LoadedProposal> LoadAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var target = await BranchAsync(proposal.Target, cancellationToken);
        var source = proposal.Merge?.Source ?? (await BranchAsync(proposal.Source, cancellationToken)).Head;
        return await LoadAsync(proposal, target, source, cancellationToken);
    }

    /// <summary>The same for a proposal of these branches, which need not be stored yet.</summary>
    internal async ValueTask<LoadedProposal> LoadAsync(Proposal proposal, Branch target, ObjectHash source, CancellationToken cancellationToken)
    {
        var (parted, change) = await CompareAsync(proposal.Merge?.Target ?? target.Head, source, cancellationToken);
        return new LoadedProposal(proposal, target, source, change, parted.BehindAuthors);
    }

    /// <summary>What a branch at one commit would bring into another one.</summary>
    internal async ValueTask<(MergeBase Parted, ProposedChange Change)> CompareAsync(ObjectHash target, ObjectHash source, CancellationToken cancellationToken)
    {
        if (kept.TryGet((target, source), out var known))
            return known;
        var parted = await MergeBase.FindAsync(commits.AncestryFor(cancellationToken), id => registry.RequireSnapshotAsync(id, cancellationToken), target, source);
        var found = (parted, ProposedChange.Of(parted.Snapshot, await registry.RequireSnapshotAsync(source, cancellationToken)));
        kept.Put((target, source), found);
        return found;
    }

    /// <summary>What merging it now comes to, with the answers that were kept.</summary>
    internal async ValueTask<(TriedMerge Tried, MergeFacts Facts)> TryAsync(
        LoadedProposal loaded, CommandContext context, CancellationToken cancellationToken)
    {
        var tried = await merging.TryAsync(loaded.Target, loaded.Source, loaded.Proposal.Source, NoAnswers, cancellationToken);
        var input = await InputAsync(loaded, tried, context, cancellationToken);
        var checks = ProposalChecks.RunAll(input, context).Select(c => loaded.Proposal.Checks.FirstOrDefault(k => IsSame(k, c)) ?? c);
        return (tried, new MergeFacts(
            loaded, [.. checks], tried.Ahead, tried.Behind, Mergeability.LockAgainst(loaded.Target, tried.Result, context.Now)) { Enforced = input.Enforced });
    }

    /// <summary>What its checks look at.</summary>
    internal async ValueTask<CheckInput> InputAsync(LoadedProposal loaded, TriedMerge tried, CommandContext context, CancellationToken cancellationToken)
    {
        var input = new CheckInput(loaded.Change, tried.Ours, tried.Result, loaded.Target.Name, loaded.Proposal.Issues, registry.Options.Issues);
        var asked = await rules.ReadAsync(loaded.Target.Name, cancellationToken);
        input = input with { Naming = asked.Naming, IsPromised = !asked.Compatibility.IsEmpty || asked.GraceDays is not null };
        if (!tried.Result.IsClean || !input.IsPromised)
            return input;
        var verdict = await gate.CheckAsync(context, loaded.Target, tried.Ours, tried.Result.Merged, cancellationToken);
        return input with { Breaks = [.. verdict.Refusals.OfType<CompatibilityBroken>().SelectMany(r => r.Breaks)] };
    }

    /// <summary>
    /// What is known of a branch that is to be merged by itself, of its very head: approvals that are missing, checks that are not green, and open
    /// questions. Where there is no proposal, the target's policy is held against the bare change.
    /// </summary>
    /// <param name="proposal">The proposal for these branches that is alive; null where there is none.</param>
    /// <param name="source">The branch that is to be merged.</param>
    /// <param name="target">The branch that it is to be merged into.</param>
    /// <param name="issues">The issues that the merge would name, where there is no proposal.</param>
    /// <param name="context">Who asks, when.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async ValueTask<(int MissingApprovals, int FailingChecks, int Conflicts)> JudgeAsync(
        Proposal? proposal, Branch source, Branch target, ImmutableArray<string> issues, CommandContext context, CancellationToken cancellationToken)
    {
        var judged = proposal ?? CreateProposal.Blank(source.Name, target.Name, string.Empty) with { Issues = issues };
        var loaded = await LoadAsync(judged, target, source.Head, cancellationToken);
        var (tried, facts) = await TryAsync(loaded, context, cancellationToken);
        var red = Mergeability.Obstacles(facts).Count(o => o is { Kind: MergeObstacleKind.Check, Check: not CheckKind.Conflicts });
        return (ApprovalRules.Missing(loaded), red, tried.Result.Open.Count());
    }

    private static bool IsSame(CheckResult kept, CheckResult now) => kept.Kind == now.Kind && kept.Input == now.Input && kept.Status == now.Status;

    // The source is read and not written, so nothing else would hold a merge against what another server has committed to it a moment ago.
    private async ValueTask<Branch> BranchAsync(BranchName name, CancellationToken cancellationToken) =>
        await registry.LoadCurrentBranchAsync(name, cancellationToken) ?? throw new StoreException("STORE_DAMAGED", $"branch {name} of a proposal is missing");
}
