using Oms.Domain.Branches;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.History;
using Oms.Graph.Locks;
using Oms.Graph.Registry;

namespace Oms.Graph.Editing;

/// <summary>GraphQL type <c>CommitPayload</c>.</summary>
internal sealed class CommitPayload(Result<CommitAnswer> result)
{
    public IReadOnlyList<OperationResultNode>? Results =>
        result.IsOk ? [.. result.Value.Results.Select(r => new OperationResultNode(r))] : null;

    public IReadOnlyList<LintFindingNode>? Findings =>
        result.IsOk ? [.. result.Value.Findings.Select(f => new LintFindingNode(f))] : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;

    public async Task<CommitNode?> GetCommitAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        result is { IsOk: true, Value.Queued: null } ? new((await registry.GetCommitAsync(result.Value.Commit, cancellationToken))!) : null;

    public async Task<QueuedCommitNode?> GetQueuedAsync(CommitQueue queue, CancellationToken cancellationToken) =>
        result is { IsOk: true, Value.Queued: { } id } ? new((await queue.FindAsync(result.Value.Branch, id, cancellationToken))!.Value.Queued) : null;

    public async Task<BranchNode?> GetBranchAsync(OntologyRegistry registry, CancellationToken cancellationToken) =>
        result.IsOk ? new((await registry.GetBranchAsync(BranchName.Trusted(result.Value.Branch), cancellationToken))!) : null;
}
