using System.Runtime.CompilerServices;
using Oms.Domain.Audit;
using Oms.Domain.Storage;
using Oms.Engine.Configuration;
using Oms.Engine.Paging;
using Oms.Graph.Connections;
using Oms.Graph.Registry;

namespace Oms.Graph.Audit;

/// <summary>The root fields of the chapter Audit.</summary>
[ExtendObjectType("Query")]
internal static class AuditQueries
{
    private const int BatchSize = 500;

    public static async Task<Connection<AuditEntryNode>> GetAuditEntriesAsync(
        AuditEntryFilter? where, int? first, string? after, OntologyRegistry registry, CancellationToken cancellationToken) =>
        await AuditPage.ReadAsync(
            registry.Store, where?.ToStoreFilter() ?? new(), PageArguments.Forward(first, after, PageArguments.MaxLog), cancellationToken);

    public static async Task<AuditIntegrityNode> GetAuditIntegrityAsync(
        AuditCheckpoint? checkpoint, OntologyRegistry registry, CancellationToken cancellationToken)
    {
        AuditLink? known = checkpoint is null ? null : new(checkpoint.Sequence, checkpoint.Hash);
        return new(await AuditChain.VerifyAsync(ReadAllAsync(registry.Store, cancellationToken), known, cancellationToken));
    }

    private static async IAsyncEnumerable<AuditEntry> ReadAllAsync(IStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (await store.GetAuditAfterAsync(last, BatchSize, cancellationToken) is { IsEmpty: false } batch)
        {
            foreach (var entry in batch)
                yield return entry;
            last = batch[^1].Sequence;
        }
    }
}
