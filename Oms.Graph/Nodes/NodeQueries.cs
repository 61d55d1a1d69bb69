using Oms.Engine.Configuration;
using Oms.Graph.Connections;

namespace Oms.Graph.Nodes;

/// <summary>Refetching by global id (GraphQL global object identification; <c>nodes</c> as Hot Chocolate has it).</summary>
[ExtendObjectType("Query")]
internal static class NodeQueries
{
    /// <summary>The most ids that <c>nodes</c> takes.</summary>
    internal const int MaxNodes = 50;

    public static async Task<object?> GetNodeAsync(string id, NodeLookup lookup, CancellationToken cancellationToken) =>
        await lookup.FindAsync(id, cancellationToken);

    public static async Task<IReadOnlyList<object?>> GetNodesAsync(IReadOnlyList<string> ids, NodeLookup lookup, CancellationToken cancellationToken)
    {
        if (ids.Count > MaxNodes)
            throw QueryError.Of(QueryError.TooManyNodes, $"`ids` may hold at most {MaxNodes}, and holds {ids.Count}; ask in several requests.");
        var nodes = new object?[ids.Count];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = await lookup.FindAsync(ids[i], cancellationToken);
        return nodes;
    }
}
