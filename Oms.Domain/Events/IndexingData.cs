using System.Collections.Immutable;
using Oms.Domain.Indexing;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Lock = Oms.Domain.Locks.Lock;

namespace Oms.Domain.Events;

/// <summary>The data of the indexing events.</summary>
/// <param name="IndexingId">The indexing.</param>
/// <param name="Indexer">Who indexes.</param>
/// <param name="Kinds">What is or was indexed.</param>
/// <param name="Commit">The commit that is read.</param>
/// <param name="Progress">How far; null where nothing was said.</param>
/// <param name="ExpectedEnd">When the indexer expects to be done.</param>
public sealed record IndexingData(
    string IndexingId, string Indexer, ImmutableArray<ElementKind> Kinds, string Commit, LockProgress? Progress, DateTimeOffset? ExpectedEnd)
{
    /// <summary>The kinds that are still being indexed after a partial completion.</summary>
    public ImmutableArray<ElementKind> Remaining { get; init; } = [];

    /// <summary>Records that were written; null where the indexer did not say.</summary>
    public long? Records { get; init; }

    /// <summary>The size of the index in bytes; null where the indexer did not say.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Message { get; init; }

    /// <summary>The data of an indexing.</summary>
    internal static IndexingData Of(Lock held) => Of(held, Indexings.KindsOf(held));

    /// <summary>The data of an indexing of some kinds.</summary>
    internal static IndexingData Of(Lock held, ImmutableArray<ElementKind> kinds) =>
        new(held.Id, held.Holder, kinds, held.ReadAt.Value, held.Progress, held.ExpectedEnd);
}
