using Oms.Domain.Merging;
using Oms.Engine.Configuration;
using Oms.Engine.Data;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.History;
using Oms.Graph.Ontology;

namespace Oms.Graph.Merging;

/// <summary>The root fields of the chapter Merging.</summary>
[ExtendObjectType("Query")]
internal static class MergeQueries
{
    public static async Task<Connection<DiffEntryNode>> GetDiffAsync(
        RevisionInput @base, RevisionInput head, QueryContext<DiffEntryNode> query, int? first, string? after, int? last, string? before, Pin pin,
        CancellationToken cancellationToken)
    {
        var arguments = PageArguments.Read(first, after, last, before, PageArguments.MaxElements);
        var (from, to) = (await ReadAsync(@base, pin, cancellationToken), await ReadAsync(head, pin, cancellationToken));
        var entries = SemanticDiff.Compare(from.Snapshot, to.Snapshot).Select(e => new DiffEntryNode(e));
        return new PositionListing<DiffEntryNode>("diff", [.. entries.With(query)]).Page(arguments, e => e);
    }

    public static async Task<IReadOnlyList<CommitNode>> GetMergeBasesAsync(
        RevisionInput @base, RevisionInput head, Pin pin, CommitLookup commits, CancellationToken cancellationToken)
    {
        var (one, other) = (await ReadAsync(@base, pin, cancellationToken), await ReadAsync(head, pin, cancellationToken));
        var divergence = await commits.AncestryFor(cancellationToken).CompareAsync(one.Commit.Id, other.Commit.Id);
        return [.. divergence.MergeBases.Select(c => new CommitNode(c))];
    }

    private static async ValueTask<Revision> ReadAsync(RevisionInput input, Pin pin, CancellationToken cancellationToken) =>
        await pin.AtAsync(await pin.GetAsync(input.Branch, cancellationToken), input.At, cancellationToken);
}
