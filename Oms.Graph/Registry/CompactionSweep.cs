using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>
/// Packs the history beside the server's work: every <see cref="RegistryOptions.CompactionInterval"/> it looks whether enough commits have come since.
/// </summary>
internal sealed class CompactionSweep(IStore store, OntologyRegistry registry, TimeProvider time, ILogger<CompactionSweep> log) : BackgroundService
{
    // After a failure the store is left alone for a while (domain.md 2.9).
    private static readonly TimeSpan BackOff = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = registry.Options.CompactionInterval;
        while (interval > TimeSpan.Zero && !stoppingToken.IsCancellationRequested)
            await Task.Delay(await TryAsync(stoppingToken) ? interval : BackOff, time, stoppingToken);
    }

    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await store.CompactAsync(CompactionExtent.Background, cancellationToken);
            if (!outcome.IsNothing)
                log.LogInformation(
                    "packed {Objects} objects and {Entries} log entries, collected {Collected} objects: {Before} bytes before, {After} now",
                    outcome.Objects, outcome.LogEntries, outcome.Collected, outcome.BytesBefore, outcome.BytesAfter);
            return true;
        }
        catch (StoreException e)
        {
            log.LogWarning(e, "the store could not be compacted: {Code}", e.Code);
            return false;
        }
    }
}
