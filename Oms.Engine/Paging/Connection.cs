using System.Collections;

namespace Oms.Engine.Paging;

/// <summary>
/// A page of a list (Relay cursor connections, section 3). Edges and cursors are made when they are asked for, so that a page of nodes costs nothing
/// of them. A resolver of a field with <c>@usePaging</c> may return one it made itself.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
public class Connection<T> : IConnection
{
    private readonly Func<int, string> cursorAt;
    private readonly bool hasNextPage;
    private readonly bool hasPreviousPage;
    private IReadOnlyList<Edge<T>>? edges;

    /// <summary>Takes a page.</summary>
    /// <param name="nodes">The items.</param>
    /// <param name="cursorAt">The cursor of the item at an index of <paramref name="nodes"/>.</param>
    /// <param name="hasNextPage">Whether items follow.</param>
    /// <param name="hasPreviousPage">Whether items come before.</param>
    /// <param name="totalCount">How many items the list has; null where nobody counted them.</param>
    public Connection(IReadOnlyList<T> nodes, Func<int, string> cursorAt, bool hasNextPage, bool hasPreviousPage, int? totalCount = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(cursorAt);
        (Nodes, this.cursorAt, this.hasNextPage, this.hasPreviousPage, TotalCount) = (nodes, cursorAt, hasNextPage, hasPreviousPage, totalCount);
    }

    /// <summary>Takes a page whose edges are made already.</summary>
    /// <param name="edges">The items with their cursors.</param>
    /// <param name="hasNextPage">Whether items follow.</param>
    /// <param name="hasPreviousPage">Whether items come before.</param>
    /// <param name="totalCount">How many items the list has; null where nobody counted them.</param>
    public Connection(IReadOnlyList<Edge<T>> edges, bool hasNextPage, bool hasPreviousPage, int? totalCount = null)
        : this([.. edges.Select(e => e.Node)], i => edges[i].Cursor, hasNextPage, hasPreviousPage, totalCount) => this.edges = edges;

    /// <summary>The page.</summary>
    public IReadOnlyList<T> Nodes { get; }

    /// <summary>The page, each item with its cursor.</summary>
    public IReadOnlyList<Edge<T>> Edges => edges ??= MakeEdges();

    /// <summary>Where the page stands.</summary>
    public PageInfo PageInfo => Nodes.Count == 0
        ? new(hasNextPage, hasPreviousPage, null, null)
        : new(hasNextPage, hasPreviousPage, cursorAt(0), cursorAt(Nodes.Count - 1));

    /// <summary>How many items the list has; null where nobody counted them, as where <c>totalCount</c> is not selected.</summary>
    public int? TotalCount { get; }

    IEnumerable IConnection.Edges => Edges;

    IEnumerable IConnection.Nodes => Nodes;

    private Edge<T>[] MakeEdges()
    {
        var made = new Edge<T>[Nodes.Count];
        for (var i = 0; i < made.Length; i++)
            made[i] = new(Nodes[i], cursorAt(i));
        return made;
    }
}
