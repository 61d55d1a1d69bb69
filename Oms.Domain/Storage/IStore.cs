using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Storage;

/// <summary>
/// Where everything is kept. Reads are of committed state; <see cref="CommitAsync"/> is the one write door. Every implementation
/// passes the same contract suite. All members may be called from several threads at once, and throw <see cref="StoreException"/>
/// when the store itself fails (disk full, file gone, newer format).
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>Takes a change whole or not at all, in one durable transaction.</summary>
    ValueTask<CommitOutcome> CommitAsync(Change change, CancellationToken cancellationToken);

    /// <summary>
    /// What time it is where the store is, in whole milliseconds UTC. Every server on one database gets the same answer, so locks end by it.
    /// </summary>
    ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken);

    /// <summary>The bytes of an object; null when there is none of this name.</summary>
    ValueTask<ReadOnlyMemory<byte>?> GetObjectAsync(ObjectHash hash, CancellationToken cancellationToken);

    /// <summary>The bytes of many objects at once; those that are not there are left out.</summary>
    ValueTask<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>> GetObjectsAsync(
        IReadOnlyCollection<ObjectHash> hashes, CancellationToken cancellationToken);

    /// <summary>A commit with its index; null when there is none of this id.</summary>
    ValueTask<CommitRecord?> GetCommitAsync(ObjectHash id, CancellationToken cancellationToken);

    /// <summary>The commits whose ids start with this text of at least 4 hexadecimal digits; at most 10.</summary>
    ValueTask<ImmutableArray<ObjectHash>> FindCommitsAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The commits that changed an element, newest first, on any branch.</summary>
    ValueTask<ImmutableArray<CommitRecord>> GetCommitsOfElementAsync(ElementId element, CancellationToken cancellationToken);

    /// <summary>The commits that name an issue, newest first.</summary>
    ValueTask<ImmutableArray<CommitRecord>> GetCommitsOfIssueAsync(string issue, CancellationToken cancellationToken);

    /// <summary>A branch; null when there is none of this name.</summary>
    ValueTask<Branch?> GetBranchAsync(BranchName name, CancellationToken cancellationToken);

    /// <summary>Every branch, in the order of names.</summary>
    ValueTask<ImmutableArray<Branch>> GetBranchesAsync(CancellationToken cancellationToken);

    /// <summary>The head that a branch had at a moment, from the events' own record; null when the branch was not there yet.</summary>
    ValueTask<ObjectHash?> GetHeadAtAsync(BranchName name, DateTimeOffset time, CancellationToken cancellationToken);

    /// <summary>Audit entries under a filter, newest first, those before <paramref name="before"/> (null: from the newest).</summary>
    ValueTask<Page<AuditEntry>> GetAuditAsync(AuditFilter filter, long? before, int count, CancellationToken cancellationToken);

    /// <summary>Audit entries in order after a sequence number, for verification and for export.</summary>
    ValueTask<ImmutableArray<AuditEntry>> GetAuditAfterAsync(long sequence, int count, CancellationToken cancellationToken);

    /// <summary>Events in order after a sequence number.</summary>
    ValueTask<ImmutableArray<EventRecord>> GetEventsAfterAsync(long sequence, int count, CancellationToken cancellationToken);

    /// <summary>The newest event's sequence number; 0 when there is none.</summary>
    ValueTask<long> GetLastSequenceAsync(CancellationToken cancellationToken);

    /// <summary>A document; null when there is none of this kind and key.</summary>
    ValueTask<StoredDocument?> GetDocumentAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Documents of a kind in the ordinal order of keys: those whose key comes after <paramref name="after"/> (null: from the first).</summary>
    ValueTask<ImmutableArray<StoredDocument>> GetDocumentsAsync(string kind, string? after, int count, CancellationToken cancellationToken);

    /// <summary>
    /// Completes when another process may have written, the first time at once; never for a store that only this process can write. One waits
    /// at a time.
    /// </summary>
    ValueTask WaitForNewsAsync(CancellationToken cancellationToken);

    /// <summary>True when other processes can write this store.</summary>
    bool IsShared { get; }

    /// <summary>The answer kept under an idempotency key; null when there is none.</summary>
    ValueTask<IdempotentAnswer?> GetAnswerAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Takes less room for the same content: what is kept is compressed with its kin, what no commit leads to is gone. Every hash, every read and every
    /// number stays as it was. Each step is a durable transaction of its own, so that an end at any moment leaves a whole store, and the next call goes on
    /// from there. May run while others read and write.
    /// </summary>
    ValueTask<CompactionOutcome> CompactAsync(CompactionExtent extent, CancellationToken cancellationToken);
}
