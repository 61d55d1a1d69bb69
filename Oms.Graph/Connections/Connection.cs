namespace Oms.Graph.Connections;

/// <summary>A page of a list. Nodes and cursors are made when asked for, so that a page of one costs nothing of the other.</summary>
/// <typeparam name="TNode">What the page holds.</typeparam>
internal class Connection<TNode>(IReadOnlyList<TNode> nodes, Func<int, string> cursorAt, bool hasNext, bool hasPrevious, int totalCount)
{
    private Edge<TNode>[]? edges;

    /// <summary>The page.</summary>
    public IReadOnlyList<TNode> Nodes => nodes;

    /// <summary>The page, each with its cursor.</summary>
    public IReadOnlyList<Edge<TNode>> Edges => edges ??= MakeEdges();

    /// <summary>Where the page stands.</summary>
    public PageInfo PageInfo => nodes.Count == 0
        ? new(hasNext, hasPrevious, null, null)
        : new(hasNext, hasPrevious, cursorAt(0), cursorAt(nodes.Count - 1));

    /// <summary>How many there are in all.</summary>
    public int TotalCount => totalCount;

    private Edge<TNode>[] MakeEdges()
    {
        var made = new Edge<TNode>[nodes.Count];
        for (var i = 0; i < made.Length; i++)
            made[i] = new(cursorAt(i), nodes[i]);
        return made;
    }
}
