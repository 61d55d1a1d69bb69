using Oms.Engine.Configuration;
using Oms.Graph.Registry;

namespace Oms.Graph.Issues;

/// <summary>The root fields of the chapter Issues.</summary>
[ExtendObjectType("Query")]
internal static class IssueQueries
{
    public static async Task<IssueNode?> GetIssueAsync(string id, OntologyRegistry registry, CancellationToken cancellationToken) =>
        (await registry.Store.GetCommitsOfIssueAsync(id, cancellationToken)).IsEmpty ? null : new(id);
}
