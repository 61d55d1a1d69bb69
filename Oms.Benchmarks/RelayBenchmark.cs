using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Oms.Domain.Events;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;
using Oms.Messaging.Tests.Servers;
using Oms.Storage.Sqlite;

namespace Oms.Benchmarks;

/// <summary>Measures the relay to a real nats-server with JetStream on the same machine, from a durable SQLite store.</summary>
internal sealed class RelayBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "relay";

    /// <inheritdoc/>
    public string Question => "How many events a second reach JetStream, how soon after the commit, and what does the outbox cost a commit?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        var rates = new List<double>();
        for (var run = 0; run < (options.Quick ? 1 : 5); run++)
            rates.Add(await ThroughputAsync(options.Quick ? 5_000 : 50_000));
        var delays = await DelaysAsync(options.Quick ? 200 : 2_000);
        var (idle, relayed) = await CostAsync(options.Quick ? 100 : 1_000);
        return
        [
            Figure.Median("throughput, backlog in the store", "events/s", rates),
            Figure.Once("commit to delivery at 100 commits/s: median", "ms", Figure.MedianOf(delays)),
            Figure.Once("commit to delivery at 100 commits/s: 99th percentile", "ms", Figure.Percentile(delays, 0.99)),
            Figure.Once("commit without a relay at 100 commits/s: median", "ms", Figure.MedianOf(idle)),
            Figure.Once("commit with a relay at 100 commits/s: median", "ms", Figure.MedianOf(relayed)),
            Figure.Once("commit with to without a relay, medians", "x", Figure.MedianOf(relayed) / Figure.MedianOf(idle)),
        ];
    }

    private static async Task<double> ThroughputAsync(int count)
    {
        await using var broker = await NatsServerProcess.StartAsync();
        await using var place = new Place();
        for (var n = 0; n < count; n += 1_000)
            await place.CommitAsync(1_000);
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var relay = place.Relay(broker, stop.Token);
        while (await place.PositionAsync() < count)
            await Task.Delay(20);
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await relay;
        return count / seconds;
    }

    private static async Task<List<double>> DelaysAsync(int commits)
    {
        await using var broker = await NatsServerProcess.StartAsync();
        await using var place = new Place();
        using var stop = new CancellationTokenSource();
        await using var connection = await NatsConnection.ConnectAsync(broker.Options);
        await using var subscription = await connection.SubscribeAsync("oms.>");
        var relay = place.Relay(broker, stop.Token);
        var arrivals = new ConcurrentDictionary<string, long>();
        var reading = Task.Run(async () =>
        {
            while (true)
                arrivals.TryAdd((await subscription.ReadAsync(stop.Token)).Headers!["ce-id"]!, Stopwatch.GetTimestamp());
        });
        var committed = new Dictionary<string, long>();
        await PacedAsync(commits + 50, async n =>
        {
            await place.CommitAsync(1);
            // The first ones make the stream.
            if (n >= 50)
                committed[place.LastId] = Stopwatch.GetTimestamp();
        });
        while (committed.Keys.Any(id => !arrivals.ContainsKey(id)))
            await Task.Delay(20);
        await stop.CancelAsync();
        await relay;
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return [.. committed.Select(c => Math.Max(0, Stopwatch.GetElapsedTime(c.Value, arrivals[c.Key]).TotalMilliseconds))];
    }

    // Two stores written in turn: only one of them is relayed.
    private static async Task<(List<double> Idle, List<double> Relayed)> CostAsync(int commits)
    {
        await using var broker = await NatsServerProcess.StartAsync();
        await using var idle = new Place();
        await using var relayed = new Place();
        using var stop = new CancellationTokenSource();
        var relay = relayed.Relay(broker, stop.Token);
        var (without, with) = (new List<double>(), new List<double>());
        await PacedAsync(commits + 50, async n =>
        {
            foreach (var (place, times) in n % 2 == 0 ? [(idle, without), (relayed, with)] : new[] { (relayed, with), (idle, without) })
            {
                var watch = Stopwatch.StartNew();
                await place.CommitAsync(1);
                if (n >= 50)
                    times.Add(watch.Elapsed.TotalMilliseconds);
            }
        });
        await stop.CancelAsync();
        await relay;
        return (without, with);
    }

    private static async Task PacedAsync(int count, Func<int, Task> act)
    {
        var start = Stopwatch.StartNew();
        for (var n = 0; n < count; n++)
        {
            var due = TimeSpan.FromMilliseconds(n * 10) - start.Elapsed;
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            await act(n);
        }
    }

    private sealed class Place : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("oms-relay-").FullName;
        private readonly IStore store;
        private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int written;

        internal Place() => store = SqliteStore.Open(folder);

        internal string LastId => string.Create(CultureInfo.InvariantCulture, $"e-{written}");

        internal async Task CommitAsync(int count)
        {
            var events = ImmutableArray.CreateBuilder<EventRecord>(count);
            for (var i = 0; i < count; i++)
                events.Add(new EventRecord
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"e-{++written}"), Type = EventTypes.BranchUpdated, Subject = "branch/main", Time = DateTimeOffset.UnixEpoch, Branch = "main",
                    Author = "ann", CorrelationId = "c", Data = new JsonLiteral($"\"{new string('x', 300)}\""),
                });
            await store.CommitAsync(new Change { Events = events.MoveToImmutable() }, default);
            Interlocked.Exchange(ref news, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }

        internal Task Relay(NatsServerProcess broker, CancellationToken cancellationToken) => Task.Run(async () =>
        {
            await using var target = new NatsTarget(NatsConnection.Start(broker.Options), new NatsTargetOptions());
            var options = new RelayOptions { Holder = "bench", IsAlone = true };
            await new OutboxRelay(store, target, options, TimeProvider.System, () => Volatile.Read(ref news).Task, _ => { }).RunAsync(cancellationToken);
        }, CancellationToken.None);

        internal async Task<long> PositionAsync() => await store.GetDocumentAsync(RelayState.DocumentKind, "nats", default) is { } kept
            ? Domain.History.CanonicalJson.Read<RelayState>(kept.Content.Span).Position
            : 0;

        public async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
