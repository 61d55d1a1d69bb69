using Oms.Engine.Paging;

namespace Oms.Graph.History;

/// <summary>GraphQL type <c>CommitConnection</c>. The total of a log is counted only when it is asked for.</summary>
internal sealed class CommitConnection(
    IReadOnlyList<Edge<CommitNode>> edges, bool hasNext, bool hasPrevious, Func<CancellationToken, ValueTask<int>> countAll)
{
    public IReadOnlyList<Edge<CommitNode>> Edges => edges;

    public IReadOnlyList<CommitNode> Nodes => [.. edges.Select(e => e.Node)];

    public PageInfo PageInfo => edges.Count == 0
        ? new(hasNext, hasPrevious, null, null)
        : new(hasNext, hasPrevious, edges[0].Cursor, edges[^1].Cursor);

    public async Task<int> GetTotalCountAsync(CancellationToken cancellationToken) => await countAll(cancellationToken);

    /// <summary>A page of a list that is known whole.</summary>
    internal static CommitConnection Of(Connection<CommitNode> page) =>
        new(page.Edges, page.PageInfo.HasNextPage, page.PageInfo.HasPreviousPage, _ => new(page.TotalCount!.Value));
}
