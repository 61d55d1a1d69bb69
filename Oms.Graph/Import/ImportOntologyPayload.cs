using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Registry;

namespace Oms.Graph.Import;

/// <summary>GraphQL type <c>ImportOntologyPayload</c>.</summary>
internal sealed class ImportOntologyPayload(Result<ImportAnswer> result)
{
    public ImportSummaryNode? Summary => result.IsOk ? new(result.Value.Summary) : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;

    public async Task<CommitNode?> GetCommitAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        result.IsOk && result.Value.Commit is { } commit ? new((await registry.GetCommitAsync(commit, cancellationToken))!) : null;

    public async Task<BranchNode?> GetBranchAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        result.IsOk ? new((await registry.GetBranchAsync(BranchName.Trusted(result.Value.Branch), cancellationToken))!) : null;
}
