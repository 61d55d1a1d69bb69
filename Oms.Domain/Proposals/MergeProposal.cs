using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Merging;
using Oms.Domain.Refusals;

namespace Oms.Domain.Proposals;

/// <summary>Takes a proposal into its target.</summary>
/// <param name="Message">The message of the commit; null for title and description.</param>
/// <param name="ExpectedContent">The hash of the content that the client saw; null for whatever there is.</param>
public sealed record MergeProposal(string? Message, string? ExpectedContent)
{
    /// <summary>True to use the emergency override that was given, where something stands against the merge.</summary>
    public bool UseOverride { get; init; }

    /// <summary>The merge itself, by the rules of every merge.</summary>
    public IntegrateChanges Integration(LoadedProposal loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return new IntegrateChanges(
            Right.ProposalMerge, "to merge a proposal", Message ?? MessageOf(loaded.Proposal), loaded.Proposal.Issues, loaded.Target.Head, null) { ByProposal = true };
    }

    /// <summary>Decides.</summary>
    /// <param name="context">Who merges, when.</param>
    /// <param name="facts">What is known of it now.</param>
    /// <param name="tried">What was tried, and so checked.</param>
    /// <param name="merged">What was decided on <see cref="Integration"/>.</param>
    public Result<IntegrationDecision> Decide(CommandContext context, MergeFacts facts, MergeResult tried, Result<IntegrationDecision> merged)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(tried);
        if (Refuse(context, facts, out var overridden) is { } refusal)
            return refusal;
        if (!merged.IsOk)
            return merged.Refusals;
        // Commits that are made anew one by one can come to something else than the merge that was checked.
        return merged.Value.After is { } after && after.Tree != tried.Merged.Tree
            ? new ProposalNotMergeable(facts.Loaded.Proposal.Id, [new(
                MergeObstacleKind.Check, "Made anew commit by commit it comes to another content than the one that was checked; take the strategy MERGE or SQUASH.")])
            : Add(context, facts.Loaded, merged.Value, overridden);
    }

    private Refusal? Refuse(CommandContext context, MergeFacts facts, out ImmutableArray<MergeObstacle> overridden)
    {
        overridden = [];
        var (proposal, content) = (facts.Loaded.Proposal, facts.Loaded.Change.Hash);
        if (!context.May(Right.ProposalMerge))
            return NotAuthorized.Lacking(Right.ProposalMerge, "to merge a proposal");
        if (ProposalWriting.Refuse(proposal, ProposalVerb.Merge) is { } verb)
            return verb;
        if (ExpectedContent is { } expected && expected != content)
            return new ProposalContentMoved(proposal.Id, expected, content) { Path = ["expectedContent"] };
        var obstacles = Mergeability.Obstacles(facts);
        if (obstacles.IsEmpty)
            return null;
        if (!UseOverride)
            return new ProposalNotMergeable(proposal.Id, obstacles);
        if (proposal.Override is not { } given)
            return OverrideNotUsable.Of(proposal.Id, OverrideProblem.NotRequested);
        if (given.ProblemAt(context.Time, content) is { } problem)
            return OverrideNotUsable.Of(proposal.Id, problem);
        ImmutableArray<MergeObstacle> left = [.. obstacles.Where(o => !o.CanBeOverridden)];
        if (!left.IsEmpty)
            return new ProposalNotMergeable(proposal.Id, left);
        overridden = obstacles;
        return null;
    }

    private static void RecordOverride(Journal journal, Proposal proposal, ImmutableArray<MergeObstacle> overridden) =>
        journal.Record(TargetTypes.Proposal, proposal.Id, "override", entry => entry with
        {
            TargetName = proposal.Title,
            Branch = proposal.Target.Value,
            After = History.CanonicalJson.Literal(new
            {
                requestedBy = proposal.Override!.RequestedBy,
                approvedBy = proposal.Override.ApprovedBy,
                overridden = overridden.Select(o => o.Message).ToArray(),
            }),
            Issues = proposal.Issues,
            Reason = proposal.Override.Reason,
        });

    private static IntegrationDecision Add(CommandContext context, LoadedProposal loaded, IntegrationDecision merged, ImmutableArray<MergeObstacle> overridden)
    {
        var journal = new Journal(context);
        var proposal = loaded.Proposal;
        var record = new ProposalMerge
        {
            Commit = merged.Commit, Source = loaded.Source, Target = loaded.Target.Head, Content = loaded.Change.Hash,
            By = context.Actor.Subject, At = context.Time, IsOverridden = !overridden.IsEmpty,
        };
        var after = proposal.MoveTo(ProposalVerb.Merge, ProposalStatus.Merged) with { Merge = record };
        if (!overridden.IsEmpty)
        {
            after = after with { Override = proposal.Override! with { UsedAt = context.Time } };
            RecordOverride(journal, proposal, overridden);
        }

        var own = ProposalWriting.Write(journal, proposal, after, ProposalChangeKind.Merged, "merge", loaded.Change.Hash);
        var change = merged.Change;
        return merged with
        {
            Change = change with
            {
                Documents = [.. change.Documents, .. own.Documents],
                Audit = [.. change.Audit, .. own.Audit],
                Events = [.. change.Events, .. own.Events],
            },
        };
    }

    private static string MessageOf(Proposal proposal) => $"{proposal.Title} ({proposal.Id})" + (proposal.Description.Length == 0 ? "" : $"\n\n{proposal.Description}");
}
