using Oms.Domain.Branches;
using Oms.Domain.Indexing;
using Oms.Domain.Ontology;
using Oms.Graph.History;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>IndexState</c>.</summary>
internal sealed class IndexStateNode(Branch branch, IndexState state)
{
    public ElementKind Kind => state.Kind;

    public string Indexing => state.IndexingId;

    public bool IsCurrent => state.CurrentAt == branch.Head;

    public DateTimeOffset CompletedAt => state.CompletedAt;

    public string CompletedBy => state.CompletedBy;

    public long? Records => state.Records;

    public long? SizeBytes => state.SizeBytes;

    public async Task<CommitNode> GetCommitAsync(CommitLookup commits, CancellationToken cancellationToken) =>
        new(await commits.GetAsync(state.Commit, cancellationToken));
}
