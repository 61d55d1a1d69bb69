using Oms.Domain.Audit;
using Oms.Domain.History;
using Oms.Engine.Paging;
using Oms.Graph.Audit;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Registry;

namespace Oms.Graph.Issues;

/// <summary>GraphQL type <c>Issue</c>.</summary>
internal sealed class IssueNode(string id)
{
    public string Id => id;

    public async Task<CommitConnection> GetCommitsAsync(
        int? first, string? after, int? last, string? before, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxLog);
        var commits = await registry.Store.GetCommitsOfIssueAsync(id, cancellationToken);
        return CommitConnection.Of(new PositionListing<CommitRecord>("issue", commits).Page(arguments, c => new CommitNode(c)));
    }

    public async Task<Connection<AuditEntryNode>> GetAuditEntriesAsync(
        int? first, string? after, OntologyRegistry registry, CancellationToken cancellationToken) =>
        await AuditPage.ReadAsync(registry.Store, new AuditFilter { Issue = id }, PageArguments.Forward(first, after, PageArguments.MaxLog), cancellationToken);
}
