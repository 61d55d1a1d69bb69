using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Graph.Events;
using Oms.Graph.Registry;

namespace Oms.Graph.Proposals;

/// <summary>
/// Holds proposals against what they would do now whenever one of their branches moved, so that what people see follows the content. Several
/// servers may do it at once: the document's version lets one of them win.
/// </summary>
internal sealed class ProposalWatch(
    ProposalCommand command, OntologyRegistry registry, EventFeed feed, TimeProvider time, ILogger<ProposalWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What happens from here on is heard, and what happened before is looked at as a whole.
        var seen = await registry.Store.GetLastSequenceAsync(stoppingToken);
        await TryAsync(() => command.ReassessAsync(null, stoppingToken), stoppingToken);
        await foreach (var item in feed.ReadAsync(seen, stoppingToken))
            if (item.Entry is null)
                await TryAsync(() => command.ReassessAsync(null, stoppingToken), stoppingToken);
            else if (item.Entry.Record is { Type: EventTypes.BranchUpdated or EventTypes.BranchPolicyChanged or EventTypes.BranchProtectionChanged, Branch: { } branch })
                await TryAsync(() => command.ReassessAsync(BranchName.Trusted(branch), stoppingToken), stoppingToken);
    }

    private async ValueTask TryAsync(Func<ValueTask> reassess, CancellationToken cancellationToken)
    {
        try
        {
            await reassess();
        }
        catch (StoreException e)
        {
            // A merge judges anew whatever is seen here; the next event of the branch tries again.
            log.LogWarning(e, "proposals could not be held against their branches: {Code}", e.Code);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
