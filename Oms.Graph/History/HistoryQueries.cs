using Oms.Engine.Configuration;

namespace Oms.Graph.History;

/// <summary>The root fields of the chapter History.</summary>
[ExtendObjectType("Query")]
internal static class HistoryQueries
{
    public static async Task<CommitNode?> GetCommitAsync(string id, CommitLookup commits, CancellationToken cancellationToken) =>
        await commits.FindAsync(id, cancellationToken) is { } record ? new(record) : null;
}
