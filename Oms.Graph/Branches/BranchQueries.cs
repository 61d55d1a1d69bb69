using Oms.Domain.Branches;
using Oms.Engine.Configuration;
using Oms.Graph.Connections;
using Oms.Graph.Filters;
using Oms.Graph.Ontology;

namespace Oms.Graph.Branches;

/// <summary>The root fields of the chapter Branches.</summary>
[ExtendObjectType("Query")]
internal static class BranchQueries
{
    public static async Task<Connection<BranchNode>> GetBranchesAsync(
        BranchFilter? where, IReadOnlyList<BranchSort>? order, int? first, string? after, int? last, string? before, Pin pin,
        CancellationToken cancellationToken)
    {
        FilterBound.Check(where);
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxElements);
        IEnumerable<Branch> branches = await pin.AllAsync(cancellationToken);
        if (where is not null)
            branches = branches.Where(where.Matches);
        return new BranchListing(BranchSort.Apply(branches, order)).Page(arguments, b => new BranchNode(b));
    }

    public static async Task<BranchNode?> GetBranchAsync(string name, Pin pin, CancellationToken cancellationToken) =>
        await pin.FindAsync(name, cancellationToken) is { } branch ? new(branch) : null;
}
