using Oms.Domain.Events;
using Oms.Domain.Storage;
using Oms.Graph.Registry;

namespace Oms.Graph.Events;

/// <summary>
/// Work that follows the log: at the start on all there is, for what happened while no server ran, then on each event in order, and on all
/// again after a gap. A store that is away is waited for.
/// </summary>
internal abstract class EventFollower(OntologyRegistry registry, EventFeed feed, TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>The registry whose log is followed.</summary>
    protected OntologyRegistry Registry { get; } = registry;

    /// <summary>What is done, for the log: the subject of a sentence.</summary>
    protected abstract string Work { get; }

    /// <summary>Looks at everything.</summary>
    /// <exception cref="StoreException">The store failed; it is called again.</exception>
    protected abstract Task TakeAllAsync(CancellationToken cancellationToken);

    /// <summary>Looks at what an event tells.</summary>
    /// <exception cref="StoreException">The store failed; everything is looked at again.</exception>
    protected abstract Task TakeAsync(EventRecord record, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (StoreException e)
            {
                log.LogWarning(e, "{Work} could not go on: {Code}", Work, e.Code);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        // What happens while everything is looked at comes as an event.
        var seen = await Registry.Store.GetLastSequenceAsync(cancellationToken);
        await TakeAllAsync(cancellationToken);
        await foreach (var item in feed.ReadAsync(seen, cancellationToken))
            if (item.Entry is { } entry)
                await TakeAsync(entry.Record, cancellationToken);
            else
                await TakeAllAsync(cancellationToken);
    }
}
