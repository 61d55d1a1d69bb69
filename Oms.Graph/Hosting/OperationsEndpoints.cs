using Oms.Domain.Storage;
using Oms.Graph.Metrics;
using StackExchange.Redis;

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

    // Ready means that the store answered just now; nothing is ready by default. No request needs Redis, so that one which is down is told and
    // takes no server out of the balance.
    private static async Task<IResult> ReadyAsync(IStore store, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var sequence = await store.GetLastSequenceAsync(limit.Token).AsTask().WaitAsync(Patience, cancellationToken);
            var seen = new { status = "ok", lastSequence = sequence };
            return services.GetService<IConnectionMultiplexer>() is not { } redis
                ? Results.Json(new { status = "ready", store = seen })
                : await AnswersAsync(redis)
                ? Results.Json(new { status = "ready", store = seen, redis = new { status = "ok" } })
                : Results.Json(new { status = "degraded", store = seen, redis = new { status = "down" } });
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

    private static async Task<bool> AnswersAsync(IConnectionMultiplexer redis)
    {
        try
        {
            await redis.GetDatabase().PingAsync().WaitAsync(Patience);
            return true;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false;
        }
    }

    private static IResult Down(string code, string message) =>
        Results.Json(new { status = "down", store = new { status = "down", code, message } }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
