using Oms.Domain.Events;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Graph.Events;

namespace Oms.Graph.Indexing;

/// <summary>GraphQL type <c>IndexingReport</c>.</summary>
internal sealed class IndexingReport(EventRecord record, IndexingPhase phase) : BranchMessage(record)
{
    private readonly IndexingData data = Read<IndexingData>(record);

    public IndexingPhase Phase => phase;

    public string Indexing => data.IndexingId;

    public string Indexer => data.Indexer;

    public IReadOnlyList<ElementKind> Kinds => data.Kinds;

    public IReadOnlyList<ElementKind> RemainingKinds => data.Remaining;

    public string CommitHash => data.Commit;

    public LockProgress? Progress => data.Progress;

    public DateTimeOffset? ExpectedEnd => data.ExpectedEnd;

    public long? Records => data.Records;

    public long? SizeBytes => data.SizeBytes;

    public string? Message => data.Message;
}
