using Oms.Engine.Configuration;
using Oms.Engine.Data;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.Ontology;

namespace Oms.Graph.Branches;

/// <summary>The root fields of the chapter Branches.</summary>
[ExtendObjectType("Query")]
internal static class BranchQueries
{
    public static async Task<Connection<BranchNode>> GetBranchesAsync(
        QueryContext<BranchNode> query, int? first, string? after, int? last, string? before, Pin pin, CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxElements);
        var branches = (await pin.AllAsync(cancellationToken)).Select(b => new BranchNode(b));
        return new BranchListing([.. branches.With(query)]).Page(arguments, b => b);
    }

    public static async Task<BranchNode?> GetBranchAsync(string name, Pin pin, CancellationToken cancellationToken) =>
        await pin.FindAsync(name, cancellationToken) is { } branch ? new(branch) : null;
}
