using Oms.Engine.Configuration;
using Oms.Graph.Connections;
using Oms.Graph.Nodes;
using Oms.Graph.Ontology;

namespace Oms.Graph.History;

/// <summary>The root fields of the chapter History.</summary>
[ExtendObjectType("Query")]
internal static class HistoryQueries
{
    public static async Task<CommitNode?> GetCommitAsync(string id, CommitLookup commits, CancellationToken cancellationToken) =>
        await commits.FindAsync(id, cancellationToken) is { } record ? new(record) : null;

    public static async Task<IReadOnlyList<BlameLineNode>> GetBlameAsync(
        string element, string branch, VersionInput? at, bool fields, Pin pin, BlameReader blame, CancellationToken cancellationToken)
    {
        var id = ElementIdArgument.Read(element);
        var revision = await pin.AtAsync(await pin.GetAsync(branch, cancellationToken), at, cancellationToken);
        var lines = await blame.ReadAsync(id, revision.Commit.Id, cancellationToken);
        if (lines.IsEmpty)
            throw QueryError.Of(QueryError.ElementNotFound, $"There is no element `{id}` at commit {revision.Commit.Id.Short} of `{branch}`.");
        var named = revision.Snapshot.Find(id)!;
        var names = named.Members.ToDictionary(m => m.Id, m => m.Name);
        return [.. lines.Where(l => fields || l.Field is null).Select(l => new BlameLineNode(l, l.Member is { } member ? names[member] : named.Name))];
    }
}
