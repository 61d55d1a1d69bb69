using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>Ends what time ends, within a second, also when nobody reads or writes it. A store that is away is asked again at the next tick.</summary>
internal abstract class Sweep(TimeProvider time, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>What is ended, for the log: the subject of a sentence.</summary>
    protected abstract string Overdue { get; }

    /// <summary>Ends what is over by now.</summary>
    /// <exception cref="StoreException">The store failed; it is called again.</exception>
    protected abstract ValueTask EndAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryAsync(stoppingToken);
    }

    private async ValueTask TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await EndAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            log.LogWarning(e, "{Overdue} could not be ended: {Code}", Overdue, e.Code);
        }
    }
}
