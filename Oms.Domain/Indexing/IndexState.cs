using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Indexing;

/// <summary>What is indexed of a branch, one kind of elements (domain.md 2.2, 5.7).</summary>
public sealed record IndexState
{
    /// <summary>The kind.</summary>
    public required ElementKind Kind { get; init; }

    /// <summary>The commit that the indexer read.</summary>
    public required ObjectHash Commit { get; init; }

    /// <summary>The newest head up to which nothing of this kind has changed since; the index is current while this is the branch's head.</summary>
    public required ObjectHash CurrentAt { get; init; }

    /// <summary>The indexing that made it.</summary>
    public required string IndexingId { get; init; }

    /// <summary>When it was completed.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CompletedBy { get; init; }

    /// <summary>How many records the indexing wrote, of all its kinds; null where the indexer did not say.</summary>
    public long? Records { get; init; }

    /// <summary>The size of what the indexing wrote in bytes, of all its kinds; null where the indexer did not say.</summary>
    public long? SizeBytes { get; init; }
}
