using Oms.Domain.Storage;
using Oms.Graph.Metrics;

namespace Oms.Graph.Hosting;

/// <summary>What operators ask: is it alive, can it serve, how does it do.</summary>
internal static class OperationsEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
    internal static void MapOperations(this WebApplication application)
    {
        application.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        application.MapGet("/health/ready", ReadyAsync);
        application.MapGet("/metrics", (PrometheusExposition metrics) => Results.Text(metrics.Write(), PrometheusExposition.ContentType));
    }

    // Ready means that the store answered just now; nothing is ready by default.
    private static async Task<IResult> ReadyAsync(IStore store, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var sequence = await store.GetLastSequenceAsync(limit.Token).AsTask().WaitAsync(Patience, cancellationToken);
            return Results.Json(new { status = "ready", store = new { status = "ok", lastSequence = sequence } });
        }
        catch (StoreException e)
        {
            return Down(e.Code, e.Message);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Down("STORE_BUSY", $"the store did not answer within {Patience.TotalSeconds} s");
        }
    }

    private static IResult Down(string code, string message) =>
        Results.Json(new { status = "down", store = new { status = "down", code, message } }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
