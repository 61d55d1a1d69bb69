using System.Collections.Immutable;
using System.Globalization;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;
using Oms.Messaging.Tests.Servers;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.JetStream;

/// <summary>Three real servers: a stream on all of them outlives any one, and the client finds the others by itself.</summary>
public sealed class ClusterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whichever_server_dies_nothing_acknowledged_is_lost()
    {
        await using var cluster = await Cluster.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(cluster.Servers[0].Options, Cancel);
        var streams = new JetStreamContext(connection);
        await TryAsync(() => streams.CreateOrUpdateStreamAsync(new StreamConfiguration { Name = "R3", Subjects = ["r3.>"], Replicas = 3 }, Cancel));

        var published = 0;
        foreach (var server in cluster.Servers)
        {
            await PublishAsync(streams, published, 50);
            await server.KillAsync();
            await PublishAsync(streams, published + 50, 50);
            published += 100;
            await server.StartAgainAsync();
        }

        var consumer = await TryAsync(() => streams.CreateConsumerAsync("R3", new ConsumerConfiguration { DurableName = "reader", AckWait = TimeSpan.FromSeconds(2) }, Cancel));
        var seen = new HashSet<string>();
        await foreach (var message in consumer.ConsumeAsync(100, Cancel))
        {
            seen.Add(message.Headers[MessageHeaders.MessageId]!);
            await message.AckAsync(Cancel);
            if (seen.Count == published)
                break;
        }

        seen.ShouldBe(Enumerable.Range(0, published).Select(i => $"m-{i}"), ignoreOrder: true);
    }

    private static async Task PublishAsync(JetStreamContext streams, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            var headers = new NatsHeaders([new(MessageHeaders.MessageId, string.Create(CultureInfo.InvariantCulture, $"m-{i}"))]);
            await TryAsync(() => streams.PublishAsync("r3.x", default, headers, Cancel));
        }
    }

    // Without a leader for a moment, which is the point of the test: the same again, under the same id, until it is acknowledged. How long
    // three servers take to agree on one is the machine's; the test's own time limit ends what never comes.
    private static async Task<T> TryAsync<T>(Func<Task<T>> action)
    {
        while (true)
        {
            try
            {
                return await action();
            }
            catch (Exception e) when (e is NatsException or TimeoutException)
            {
                await Task.Delay(250, Cancel);
            }
        }
    }

    private sealed class Cluster(ImmutableArray<NatsServerProcess> servers) : IAsyncDisposable
    {
        internal ImmutableArray<NatsServerProcess> Servers => servers;

        internal static async Task<Cluster> StartAsync()
        {
            var ports = NatsServerProcess.FreePorts(6);
            var routes = string.Join(',', ports.Skip(3).Select(p => $"nats://127.0.0.1:{p}"));
            var starting = Enumerable.Range(0, 3).Select(i => NatsServerProcess.StartAsync(
                ports[i], "--server_name", $"n{i}", "--cluster_name", "c", "--cluster", $"nats://127.0.0.1:{ports[i + 3]}", "--routes", routes));
            return new([.. await Task.WhenAll(starting)]);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }
}
