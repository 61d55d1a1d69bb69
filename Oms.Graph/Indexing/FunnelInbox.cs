using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Indexing;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Indexing;

/// <summary>
/// Takes events of the indexing pipeline in, once each. Whoever receives them, for example a consumer of JetStream, acknowledges after this
/// has answered; where it throws, nothing was written and the event is to be sent again.
/// </summary>
/// <param name="registry">The registry.</param>
internal sealed class FunnelInbox(OntologyRegistry registry)
{
    /// <summary>Takes one event.</summary>
    /// <param name="indexer">Who the sender was proven to be; holds the locks that its events begin.</param>
    /// <param name="consumer">The consumer's durable name.</param>
    /// <param name="bytes">A CloudEvent in structured mode.</param>
    /// <param name="cancellationToken">Ends the wait; never a write that has begun.</param>
    /// <returns>What became of it, or why the bytes are no event, for dead letters.</returns>
    /// <exception cref="StoreException">The store failed; send the event again.</exception>
    internal async ValueTask<Result<IndexingOutcome>> TakeAsync(
        Actor indexer, string consumer, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var read = FunnelEventReader.Read(bytes);
        if (!read.IsOk)
            return read.Refusals;
        var told = read.Value;
        var isName = BranchName.TryParse(told.Branch, out var name);
        for (var tries = 0; tries < registry.Options.MaxAttempts; tries++)
        {
            var mark = await registry.Store.GetDocumentAsync(IndexingInbox.DocumentKind, IndexingInbox.KeyOf(consumer, told.Id), cancellationToken);
            var branch = isName ? await registry.LoadBranchAsync(name, cancellationToken) : null;
            var context = registry.ContextFor(indexer, told.Id);
            var decision = IndexingInbox.Decide(context, consumer, told, branch, mark, registry.Options.Issues);

            // An event is never ignored for what another server has done meanwhile and this one has not heard of yet.
            if (decision.Outcome == IndexingOutcome.Ignored && isName && (await registry.LoadCurrentBranchAsync(name, cancellationToken))?.Version != branch?.Version)
                continue;
            if (decision.Change is null || await registry.WriteAsync(decision.Change, null) is CommitOutcome.Committed)
                return decision.Outcome;
        }

        throw new StoreException("WRITE_CONTENDED", $"the event {told.Id} met other writes {registry.Options.MaxAttempts} times");
    }
}
