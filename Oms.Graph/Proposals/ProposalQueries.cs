using Oms.Domain.Branches;
using Oms.Engine.Configuration;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.Filters;

namespace Oms.Graph.Proposals;

/// <summary>The root fields of the chapter Proposals.</summary>
[ExtendObjectType("Query")]
internal static class ProposalQueries
{
    public static async Task<ProposalNode?> GetProposalAsync(string key, ProposalCommand command, CancellationToken cancellationToken) =>
        await command.FindAsync(key, cancellationToken) is { } proposal ? new(proposal) : null;

    public static async Task<IReadOnlyList<ProposalNode>> GetMergeQueueAsync(string target, ProposalTable table, CancellationToken cancellationToken) =>
        BranchName.TryParse(target, out var name)
            ? [.. ProposalTable.QueueOf(name, await table.AllAsync(cancellationToken)).Take(PageArguments.MaxHits).Select(p => new ProposalNode(p))]
            : [];

    public static Connection<PredictedMergeNode> GetMergeRadar(
        IReadOnlyList<string>? branches, bool withConflictsOnly, int? first, string? after, int? last, string? before, MergeRadar radar)
    {
        var wanted = branches?.ToHashSet(StringComparer.Ordinal);
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxHits);
        return new PositionListing<PredictedMerge>(
            "radar", [.. radar.Predictions(withConflictsOnly).Where(p => wanted is null || wanted.Contains(p.Into.Value) || wanted.Contains(p.From.Value))])
            .Page(arguments, p => new PredictedMergeNode(p));
    }

    public static async Task<Connection<ProposalNode>> GetProposalsAsync(
        ProposalFilter? where, int? first, string? after, int? last, string? before, ProposalTable table, CancellationToken cancellationToken)
    {
        FilterBound.Check(where);
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxHits);
        var all = (await table.AllAsync(cancellationToken)).Values.Reverse();
        return new ProposalListing([.. where is null ? all : all.Where(where.Matches)]).Page(arguments, p => new ProposalNode(p));
    }
}
