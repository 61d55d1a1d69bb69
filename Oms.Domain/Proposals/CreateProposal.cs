using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Issues;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Proposes to merge one branch into another.</summary>
/// <param name="Text">What it is called and for.</param>
/// <param name="IsDraft">True when nobody is to be asked yet.</param>
public sealed record CreateProposal(ProposalText Text, bool IsDraft)
{
    /// <summary>Decides.</summary>
    /// <param name="context">Who proposes, when.</param>
    /// <param name="source">The branch that is to be merged.</param>
    /// <param name="blank">A proposal that has nothing but its branches yet, with what it would do.</param>
    /// <param name="twin">The proposal that is there already for the same two branches and alive; null when there is none.</param>
    /// <param name="issues">What an issue id looks like.</param>
    public Result<Change> Decide(CommandContext context, Branch source, LoadedProposal blank, Proposal? twin, IssuePolicy issues)
    {
        if (!context.May(Right.ProposalWrite))
            return NotAuthorized.Lacking(Right.ProposalWrite, "to propose a change");
        if ((Text with { Title = Text.Title ?? string.Empty }).Refuse(issues).ToArray() is [_, ..] texts)
            return (System.Collections.Immutable.ImmutableArray<Refusal>)[.. texts];
        if (blank.Target.State == BranchState.Archived || source.State == BranchState.Archived)
            return BranchNotWritable.Of(blank.Target.State == BranchState.Archived ? blank.Target : source);
        if (twin is not null)
            return new ProposalExists(twin.Id, twin.Source.Value, twin.Target.Value);
        if (source.Name == blank.Target.Name || blank.Change.Entries.IsEmpty)
            return new NothingChanged(blank.Target.Name.Value);
        return Make(context, blank);
    }

    /// <summary>A proposal that has nothing but its branches yet.</summary>
    public static Proposal Blank(BranchName source, BranchName target, string author) =>
        new() { Id = "pr-", Source = source, Target = target, Author = author };

    private Change Make(CommandContext context, LoadedProposal blank)
    {
        var made = Text.ApplyTo(blank.Proposal) with { Id = $"pr-{context.NewId():N}", CreatedAt = context.Time };
        var moved = IsDraft ? made : made.MoveTo(ProposalVerb.Submit, blank.With(made).StatusByRules);
        return ProposalWriting.Write(new Journal(context), blank.Proposal, moved, ProposalChangeKind.Created, "create", blank.Change.Hash);
    }
}
