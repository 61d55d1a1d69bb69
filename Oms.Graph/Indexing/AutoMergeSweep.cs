using Oms.Domain.Storage;

namespace Oms.Graph.Indexing;

/// <summary>Gives up branches that asked to be merged by themselves and were not for too long, within a second, though nothing happens to them.</summary>
internal sealed class AutoMergeSweep(AutoMergeCommand command, TimeProvider time, ILogger<AutoMergeSweep> log) : BackgroundService
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
            await command.GiveUpOverdueAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            log.LogWarning(e, "branches that are not merged by themselves for too long could not be given up, and are at the next tick: {Code}", e.Code);
        }
    }
}
