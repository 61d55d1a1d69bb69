using Oms.Domain.Import;
using Oms.Graph.Ontology;

namespace Oms.Graph.Import;

/// <summary>GraphQL type <c>ImportSummary</c>.</summary>
internal sealed class ImportSummaryNode(ImportSummary summary)
{
    public IReadOnlyList<ElementCount> Elements => [.. summary.Elements.Select(e => new ElementCount(e.Key, e.Value))];

    public int Created => summary.Created;

    public int Updated => summary.Updated;

    public int Renamed => summary.Renamed;

    public int Deprecated => summary.Deprecated;

    public int Restored => summary.Restored;

    public int Unchanged => summary.Unchanged;

    public int Vanished => summary.Vanished;

    public int Deleted => summary.Deleted;

    public int UnmappedCount => summary.Unmapped.Length;

    public IReadOnlyList<Unmapped> GetUnmapped(int first) => [.. summary.Unmapped.Take(Math.Clamp(first, 0, 1_000))];
}
