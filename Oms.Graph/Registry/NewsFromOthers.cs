using Oms.Domain.Storage;

namespace Oms.Graph.Registry;

/// <summary>Takes in what other servers write to a store that they share with this one.</summary>
internal sealed class NewsFromOthers(IStore store, OntologyRegistry registry, TimeProvider time, ILogger<NewsFromOthers> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (store.IsShared && !stoppingToken.IsCancellationRequested)
            await HearAsync(stoppingToken);
    }

    private async Task HearAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.WaitForNewsAsync(cancellationToken);
            await registry.RefreshAsync(cancellationToken);
        }
        catch (StoreException e)
        {
            // Until the store is back this server answers from memory; its writes are refused by the store itself.
            log.LogWarning(e, "news of other servers could not be heard: {Code}", e.Code);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
