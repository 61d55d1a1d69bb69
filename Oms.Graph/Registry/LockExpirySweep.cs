using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>
/// Ends locks whose time is over by the store's clock, within a second, also when nobody reads or writes their branch.
/// </summary>
internal sealed class LockExpirySweep(OntologyRegistry registry, StoreClock clock, TimeProvider time, ILogger<LockExpirySweep> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await SweepAsync(stoppingToken);
    }

    private async ValueTask SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await clock.RefreshAsync(cancellationToken);
            await registry.EndLocksAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            // The store is away: writers are told so themselves, an overdue lock counts as none, and the next tick tries again.
            log.LogWarning(e, "locks past their end could not be ended: {Code}", e.Code);
        }
    }
}
