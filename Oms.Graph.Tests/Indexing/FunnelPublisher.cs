using System.Text.Json;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;
using Oms.Messaging.Tests.Servers;

namespace Oms.Graph.Tests.Indexing;

/// <summary>An indexer that reports over a real broker.</summary>
internal sealed class FunnelPublisher : IAsyncDisposable
{
    private readonly NatsConnection connection;
    private int sent;

    private FunnelPublisher(NatsServerProcess broker, NatsConnection connection) => (Broker, this.connection) = (broker, connection);

    internal NatsServerProcess Broker { get; }

    /// <summary>What a server needs to hear it; a killed one is given its event again after a second.</summary>
    internal Dictionary<string, string> Settings => new()
    {
        ["Nats__Servers"] = $"nats://127.0.0.1:{Broker.Port}", ["Funnel__AckWait"] = "00:00:01", ["Funnel__RetryWait"] = "00:00:00.1",
    };

    internal static async Task<FunnelPublisher> StartAsync()
    {
        var broker = await NatsServerProcess.StartAsync();
        return new(broker, await NatsConnection.ConnectAsync(broker.Options));
    }

    /// <summary>A report in the names of domain.md 5.7.</summary>
    internal Task TellAsync(string id, string phase, string branch, string indexing, object? more = null)
    {
        var data = new Dictionary<string, object?> { ["branch_name"] = branch, ["indexing_id"] = indexing };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            data[property.Name] = property.GetValue(more);
        return SendAsync($"funnel.indexing.{phase}", JsonSerializer.SerializeToUtf8Bytes(new { specversion = "1.0", id, source = "funnel-service", type = $"com.oms.indexing.{phase}", data }));
    }

    /// <summary>Bytes, under a message id of their own, so that the broker takes each repeat too; the stream must be there already.</summary>
    internal async Task SendAsync(string subject, byte[] content)
    {
        var headers = new NatsHeaders([new(MessageHeaders.MessageId, $"m-{Interlocked.Increment(ref sent)}")]);
        for (var tries = 0; ; tries++)
        {
            try
            {
                await new JetStreamContext(connection).PublishAsync(subject, content, headers);
                return;
            }
            catch (Exception e) when (e is NatsException or TimeoutException && tries < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>How many events the server has not acknowledged.</summary>
    internal async Task<long> WaitingAsync() =>
        await new JetStreamContext(connection).GetConsumerAsync("OMS_FUNNEL", "funnel-indexing") is { } info ? info.Pending + info.AckPending : long.MaxValue;

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await Broker.DisposeAsync();
    }
}
