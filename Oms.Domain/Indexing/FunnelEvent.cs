using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;

namespace Oms.Domain.Indexing;

/// <summary>An event of the indexing pipeline, as it was read from outside.</summary>
public sealed record FunnelEvent
{
    /// <summary>CloudEvents <c>id</c>; with the consumer it is taken once.</summary>
    public required string Id { get; init; }

    /// <summary>What it reports.</summary>
    public required FunnelPhase Phase { get; init; }

    /// <summary>The branch, as it was named.</summary>
    public required string Branch { get; init; }

    /// <summary>The indexing.</summary>
    public required string IndexingId { get; init; }

    /// <summary>The commit that was read; empty where the event does not say.</summary>
    public ObjectHash Commit { get; init; }

    /// <summary>The kinds it is about; none for all.</summary>
    public ImmutableArray<ElementKind> Kinds { get; init; } = [];

    /// <summary>How far; null where it does not say.</summary>
    public LockProgress? Progress { get; init; }

    /// <summary>Records that were written; null where it does not say.</summary>
    public long? Records { get; init; }

    /// <summary>The size of the index in bytes; null where it does not say.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>What went wrong, or why the indexing began; empty where it does not say.</summary>
    public string Message { get; init; } = string.Empty;
}
