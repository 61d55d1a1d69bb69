using Oms.Domain.Branches;
using Oms.Domain.Merging;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Merging;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>MergeProposalPayload</c>.</summary>
internal sealed class MergeProposalPayload(Result<(Proposal Proposal, IntegrationDecision Decision)> result, MergeReport? report)
{
    public ProposalNode? Proposal => result.IsOk ? new(result.Value.Proposal) : null;

    public MergeReport? Report => report;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;

    public async Task<CommitNode?> GetCommitAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        result.IsOk ? new(await commits.GetAsync(result.Value.Decision.Commit, cancellationToken)) : null;

    public async Task<BranchNode?> GetBranchAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        result.IsOk ? new((await registry.GetBranchAsync(BranchName.Trusted(result.Value.Decision.Branch.Name.Value), cancellationToken))!) : null;
}
