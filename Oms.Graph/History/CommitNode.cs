using Oms.Domain.History;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.Filters;
using Oms.Graph.Issues;
using Oms.Graph.Nodes;
using Oms.Graph.Registry;

namespace Oms.Graph.History;

/// <summary>GraphQL type <c>Commit</c>.</summary>
internal sealed class CommitNode(CommitRecord record)
{
    internal const string TypeName = "Commit";

    public string Id => GlobalId.Of(TypeName, record.Id.Value);

    public string Hash => record.Id.Value;

    public string ShortHash => record.Id.Short;

    public string Message => record.Commit.Message;

    public string Author => record.Commit.Author;

    public DateTimeOffset Time => record.Commit.Time;

    public string Tree => record.Commit.Tree.Value;

    public int Generation => record.Generation;

    public IReadOnlyList<IssueNode> Issues => [.. record.Commit.Issues.Select(i => new IssueNode(i))];

    public async Task<IReadOnlyList<CommitNode>> GetParentsAsync(CommitLookup commits, CancellationToken cancellationToken)
    {
        var parents = new List<CommitNode>(record.Commit.Parents.Length);
        foreach (var parent in record.Commit.Parents)
            parents.Add(new(await commits.GetAsync(parent, cancellationToken)));
        return parents;
    }

    public Connection<ElementChangeNode> Changes(
        ElementChangeFilter? where, int? first, string? after, int? last, string? before, OntologyRegistry registry)
    {
        FilterBound.Check(where);
        IReadOnlyList<ElementChange> changes = where is null ? record.Changes : [.. record.Changes.Where(where.Matches)];
        var definitions = new DefinitionBatch(registry.Store);
        return new PositionListing<ElementChange>("change", changes).Page(
            PageArguments.Read(first, after, last, before, PageArguments.MaxElements), c => new ElementChangeNode(c, definitions));
    }

    public async Task<CommitConnection> GetLogAsync(CommitFilter? where, int? first, string? after, CommitLog log, CancellationToken cancellationToken) =>
        await log.OfAsync(record.Id, where, PageArguments.Forward(first, after, PageArguments.MaxLog), cancellationToken);
}
