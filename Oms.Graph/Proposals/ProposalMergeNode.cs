using Oms.Domain.Proposals;
using Oms.Graph.History;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>ProposalMerge</c>.</summary>
internal sealed class ProposalMergeNode(ProposalMerge merge)
{
    public string By => merge.By;

    public DateTimeOffset At => merge.At;

    public string Content => merge.Content;

    public bool IsOverridden => merge.IsOverridden;

    public async Task<CommitNode> GetCommitAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        new(await commits.GetAsync(merge.Commit, cancellationToken));
}
