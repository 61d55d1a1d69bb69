using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>Review</c>.</summary>
internal sealed class ReviewNode(Review review, LoadedProposal loaded)
{
    public string Reviewer => review.Reviewer;

    public ReviewVerdict Verdict => review.Verdict;

    public string Content => review.Content;

    public bool IsCurrent => review.Content == loaded.Change.Hash;

    public bool Counts => review.Verdict == ReviewVerdict.ChangesRequested || loaded.Approvals.Contains(review);

    public DateTimeOffset At => review.At;

    public string Comment => review.Comment;
}
