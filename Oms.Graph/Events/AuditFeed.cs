using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>The audit log, handed on.</summary>
internal sealed class AuditFeed(IStore store, Doorbell doorbell, FeedOptions options, TimeProvider time, ILogger<AuditFeed> log)
    : LogFeed<AuditEntry>(doorbell, options, time, log)
{
    /// <inheritdoc/>
    protected override ValueTask<ImmutableArray<AuditEntry>> ReadLogAsync(long after, int count, CancellationToken cancellationToken) =>
        store.GetAuditAfterAsync(after, count, cancellationToken);

    /// <inheritdoc/>
    protected override async ValueTask<long> GetLastAsync(CancellationToken cancellationToken) =>
        (await store.GetAuditAsync(new AuditFilter(), null, 1, cancellationToken)).Items is [var newest, ..] ? newest.Sequence : 0;

    /// <inheritdoc/>
    protected override long SequenceOf(AuditEntry entry) => entry.Sequence;
}
