using Oms.Domain.Branches;
using Oms.Domain.Merging;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Registry;

namespace Oms.Graph.Merging;

/// <summary>GraphQL types <c>MergeBranchPayload</c>, <c>RevertCommitPayload</c> and <c>CherryPickCommitPayload</c>: what became of it, and how it went.</summary>
internal abstract class MergePayload(Result<IntegrationDecision?> result, MergeReport? report)
{
    public MergeReport? Report => report;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;

    public async Task<CommitNode?> GetCommitAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        result.IsOk && result.Value is { } done ? new((await registry.GetCommitAsync(done.Commit, cancellationToken))!) : null;

    public async Task<BranchNode?> GetBranchAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        result.IsOk && result.Value is { } done ? new((await registry.GetBranchAsync(BranchName.Trusted(done.Branch.Name.Value), cancellationToken))!) : null;
}
