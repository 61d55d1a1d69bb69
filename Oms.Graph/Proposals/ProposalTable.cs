using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Proposals;
using Oms.Domain.Storage;

namespace Oms.Graph.Proposals;

/// <summary>
/// Every proposal in memory, in the order they were made. What was written since the last read, here or by another server, is taken in before
/// each read, by its events: whoever acts on an event reads what it tells of.
/// </summary>
internal sealed class ProposalTable(IStore store)
{
    private const int Batch = 500;
    private const string Subject = "proposal/";

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile ImmutableSortedDictionary<string, Proposal>? view;
    private long seen;

    /// <summary>A proposal; null when there is none of this id.</summary>
    internal async ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).GetValueOrDefault(id);

    /// <summary>Every proposal by its id.</summary>
    internal async ValueTask<ImmutableSortedDictionary<string, Proposal>> AllAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        return view!;
    }

    /// <summary>The proposals alive that would merge a branch, by id.</summary>
    internal async ValueTask<IEnumerable<Proposal>> AliveOfAsync(BranchName source, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).Values.Where(p => p.Source == source && p.IsAlive()).OrderBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>The proposals that wait in the merge queue of a branch, the next one first.</summary>
    internal static IEnumerable<Proposal> QueueOf(BranchName target, ImmutableSortedDictionary<string, Proposal> all) =>
        all.Values.Where(p => p.Queue is not null && p.Target == target).OrderBy(p => p.Queue!.At).ThenBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>The place of a proposal in its queue, from 1.</summary>
    internal static int PositionOf(Proposal proposal, ImmutableSortedDictionary<string, Proposal> all) =>
        1 + QueueOf(proposal.Target, all).TakeWhile(p => p.Id != proposal.Id).Count();

    private async ValueTask CatchUpAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            if (view is null)
                await LoadAsync(cancellationToken);
            else
                await HearAsync(cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    private async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        seen = await store.GetLastSequenceAsync(cancellationToken);
        var all = ImmutableSortedDictionary.CreateBuilder<string, Proposal>(StringComparer.Ordinal);
        await foreach (var document in store.ReadDocumentsAsync(Proposal.DocumentKind, null, cancellationToken))
            all[document.Key] = CanonicalJson.Read<Proposal>(document.Content.Span);
        view = all.ToImmutable();
    }

    private async ValueTask HearAsync(CancellationToken cancellationToken)
    {
        if (await store.GetLastSequenceAsync(cancellationToken) == seen)
            return;
        while (await store.GetEventsAfterAsync(seen, Batch, cancellationToken) is [.., var last] page)
        {
            foreach (var id in page.Where(e => e.Subject.StartsWith(Subject, StringComparison.Ordinal)).Select(e => e.Subject[Subject.Length..]).Distinct())
                if (await store.GetDocumentAsync(Proposal.DocumentKind, id, cancellationToken) is { } document)
                    view = view!.SetItem(id, CanonicalJson.Read<Proposal>(document.Content.Span));
            seen = last.Sequence;
        }
    }
}
