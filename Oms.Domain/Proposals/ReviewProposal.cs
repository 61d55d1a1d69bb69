using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Says of the content of a proposal that it may come in, or that it must change first. It takes the place of what the reviewer said before.</summary>
/// <param name="Verdict">What is said.</param>
/// <param name="Comment">In the reviewer's words; asked for where changes are.</param>
/// <param name="ExpectedContent">The hash of the content that was looked at; null for whatever there is.</param>
public sealed record ReviewProposal(ReviewVerdict Verdict, string Comment, string? ExpectedContent)
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, LoadedProposal loaded)
    {
        if (Refuse(context, loaded) is { } refusal)
            return refusal;
        var (proposal, reviewer) = (loaded.Proposal, context.Actor.Subject);
        var review = new Review
        {
            Reviewer = reviewer, Verdict = Verdict, Content = loaded.Change.Hash, Source = loaded.Source, Target = loaded.Target.Head,
            At = context.Time, Comment = Comment,
        };
        var reviewed = proposal with { Reviews = [.. proposal.Reviews.Where(r => r.Reviewer != reviewer), review] };
        var moved = reviewed.MoveTo(Verb, Verdict == ReviewVerdict.ChangesRequested ? ProposalStatus.Open : loaded.With(reviewed).StatusByRules);
        return ProposalWriting.Write(
            new Journal(context), proposal, moved,
            Verdict == ReviewVerdict.Approved ? ProposalChangeKind.Approved : ProposalChangeKind.ChangesRequested,
            Verdict == ReviewVerdict.Approved ? "approve" : "request_changes",
            loaded.Change.Hash,
            Comment.Length == 0 ? null : Comment);
    }

    private ProposalVerb Verb => Verdict == ReviewVerdict.Approved ? ProposalVerb.Approve : ProposalVerb.RequestChanges;

    private Refusal? Refuse(CommandContext context, LoadedProposal loaded)
    {
        var proposal = loaded.Proposal;
        if (!context.May(Right.ProposalReview))
            return NotAuthorized.Lacking(Right.ProposalReview, "to review a proposal");
        if (ProposalWriting.Refuse(proposal, Verb) is { } verb)
            return verb;
        if (loaded.IsOwnOf(context.Actor.Subject))
            return new ReviewOfOwnWork(proposal.Id, context.Actor.Subject);
        if (ExpectedContent is { } expected && expected != loaded.Change.Hash)
            return new ProposalContentMoved(proposal.Id, expected, loaded.Change.Hash) { Path = ["expectedContent"] };
        if (proposal.Reviews.Length >= Proposal.MaxListed && proposal.Reviews.All(r => r.Reviewer != context.Actor.Subject))
            return new ValueOutOfRange("number of reviews", 0, Proposal.MaxListed, proposal.Reviews.Length + 1L);
        return Verdict == ReviewVerdict.ChangesRequested
            ? TextLimits.Check("comment", Comment, TextLimits.MaxMessage)
            : TextLimits.CheckOptional("comment", Comment, TextLimits.MaxMessage);
    }
}
