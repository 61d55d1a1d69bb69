using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;

namespace Oms.Domain.Proposals;

/// <summary>Takes one's own review back.</summary>
public sealed record WithdrawReview
{
    /// <summary>Decides.</summary>
    public Result<Change> Decide(CommandContext context, LoadedProposal loaded)
    {
        var (proposal, reviewer) = (loaded.Proposal, context.Actor.Subject);
        if (!context.May(Right.ProposalReview))
            return NotAuthorized.Lacking(Right.ProposalReview, "to take a review back");
        if (ProposalWriting.Refuse(proposal, ProposalVerb.WithdrawReview) is { } verb)
            return verb;
        if (proposal.Reviews.All(r => r.Reviewer != reviewer))
            return new ReviewNotFound(proposal.Id, reviewer);
        var without = proposal with { Reviews = [.. proposal.Reviews.Where(r => r.Reviewer != reviewer)] };
        return ProposalWriting.Write(
            new Journal(context), proposal, without.MoveTo(ProposalVerb.WithdrawReview, loaded.With(without).StatusByRules),
            ProposalChangeKind.ReviewWithdrawn, "withdraw_review", loaded.Change.Hash);
    }
}
