using Oms.Domain.Proposals;
using Oms.Engine.Paging;
using Oms.Graph.Connections;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>Review</c>.</summary>
internal sealed class ReviewNode(Review review, LoadedProposal loaded)
{
    public string Reviewer => review.Reviewer;

    public ReviewVerdict Verdict => review.Verdict;

    public string Content => review.Content;

    public bool IsCurrent => review.Content == loaded.Change.Hash;

    public bool Counts => review.Verdict == ReviewVerdict.ChangesRequested || loaded.Approvals.Contains(review);

    public async Task<Connection<ReviewedChange>> GetChangesSinceAsync(
        int? first, string? after, int? last, string? before, ProposalReader reader, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxElements);
        var then = (await reader.CompareAsync(review.Target, review.Source, cancellationToken)).Change;
        return new PositionListing<ReviewedChange>("since", ReviewedChange.Between(then, loaded.Change)).Page(arguments, c => c);
    }

    public DateTimeOffset At => review.At;

    public string Comment => review.Comment;
}
