using Oms.Domain.Access;
using Oms.Domain.Proposals;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>
/// Merges what waits in the merge queues, one after the other in each, each judged against the head that the one before left. What can not be
/// merged when it is its turn leaves the queue and says why; what only waits for a lock keeps its place. Several servers may do it at once.
/// </summary>
internal sealed class MergeQueue(
    ProposalTable table, ProposalCommand command, OntologyRegistry registry, Doorbell doorbell, TimeProvider time, ILogger<MergeQueue> log)
    : BackgroundService
{
    // A lock that ends by itself rings too; this is for what no bell tells, such as a store that came back.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = doorbell.Next;
            if (!await TryAsync(stoppingToken))
                await Task.WhenAny(next, Task.Delay(Patience, time, stoppingToken));
        }
    }

    // True when something moved, so that there may be more to do at once.
    private async ValueTask<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var moved = false;
            var all = await table.AllAsync(cancellationToken);
            foreach (var target in all.Values.Where(p => p.Queue is not null).Select(p => p.Target).Distinct())
                moved |= await TakeAsync(ProposalTable.QueueOf(target, all).First(), cancellationToken);
            return moved;
        }
        catch (StoreException e)
        {
            log.LogWarning(e, "the merge queues could not be worked off: {Code}", e.Code);
            return false;
        }
    }

    private async ValueTask<bool> TakeAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var entry = proposal.Queue!;
        var id = $"queue-{registry.Ids.Next():N}";
        var context = registry.ContextFor(new Actor(entry.By, entry.Roles), id);
        if (await command.WaitsForLockAsync(proposal, context, cancellationToken))
            return false;
        var (result, _) = await command.MergeAsync(
            context, proposal.Id, new MergeProposal(entry.Message, null), entry.Strategy, isThroughQueue: true, cancellationToken);
        if (result.IsOk || result.Refusals.Any(r => r is WriteContended))
            return true;
        // Another server may have been first.
        if ((await table.FindAsync(proposal.Id, cancellationToken))?.Queue is null)
            return true;
        var reason = string.Join(' ', result.Refusals.Select(r => r.Message));
        var left = await command.ExecuteAsync(
            registry.ContextFor(Actor.System, id), proposal.Id, "dequeue", reason,
            (l, _) => new(new DequeueProposal(Cut(reason)).Decide(registry.ContextFor(Actor.System, id), l.Proposal)), cancellationToken);
        return left.IsOk;
    }

    private static string Cut(string text) => text.Length <= TextLimits.MaxReason ? text : $"{text.AsSpan(0, TextLimits.MaxReason - 1)}…";
}
