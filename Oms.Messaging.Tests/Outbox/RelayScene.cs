using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;
using Oms.Messaging.Tests.Servers;
using Oms.Storage.Tests;
using Shouldly;

namespace Oms.Messaging.Tests.Outbox;

/// <summary>A log, a relay to a real broker, and a consumer that writes down what it sees.</summary>
internal sealed class RelayScene : IAsyncDisposable
{
    private static readonly string[] Branches = ["main", "feature/a.b", "한글"];

    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> running = [];
    private long written;

    private RelayScene(NatsServerProcess broker) => Broker = broker;

    internal NatsServerProcess Broker { get; }

    internal MemoryStore Store { get; } = new();

    internal ConcurrentQueue<string> Reports { get; } = [];

    /// <summary>What the consumer saw: the event's number and branch, in the order of arrival.</summary>
    internal ConcurrentQueue<(long Sequence, string Branch, string Id)> Seen { get; } = [];

    internal static async Task<RelayScene> StartAsync() => new(await NatsServerProcess.StartAsync());

    internal async Task WriteAsync(int count, int dataBytes = 20)
    {
        var events = ImmutableArray.CreateBuilder<EventRecord>();
        for (var i = 0; i < count; i++, written++)
            events.Add(new EventRecord
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"e-{written}"), Type = EventTypes.BranchUpdated, Subject = "branch/x", Time = DateTimeOffset.UnixEpoch,
                Branch = Branches[written % Branches.Length], Author = "ann", CorrelationId = "c", Data = new JsonLiteral($"\"{new string('x', dataBytes)}\""),
            });
        (await Store.CommitAsync(new Change { Events = events.DrainToImmutable() }, default)).ShouldBeOfType<CommitOutcome.Committed>();
    }

    internal CancellationTokenSource Relay(string holder = "one", bool isAlone = true, TimeSpan? lease = null)
    {
        var own = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var options = new RelayOptions { Holder = holder, IsAlone = isAlone, PollInterval = TimeSpan.FromMilliseconds(20), CheckInterval = TimeSpan.FromMilliseconds(300), LeaseTime = lease ?? TimeSpan.FromSeconds(2) };
        running.Add(Task.Run(async () =>
        {
            await using var target = new NatsTarget(NatsConnection.Start(Broker.Options with { RequestTimeout = TimeSpan.FromSeconds(1) }), new NatsTargetOptions());
            await new OutboxRelay(Store, target, options, TimeProvider.System, () => Task.Delay(20), r => Reports.Enqueue($"{holder}: {r}")).RunAsync(own.Token);
        }));
        return own;
    }

    /// <summary>A consumer of its own, that sees what the stream has from its beginning.</summary>
    internal void Consume()
    {
        running.Add(Task.Run(async () =>
        {
            await using var connection = NatsConnection.Start(Broker.Options with { RequestTimeout = TimeSpan.FromSeconds(1) });
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    var consumer = await new JetStreamContext(connection).CreateConsumerAsync("OMS_EVENTS", new ConsumerConfiguration { DurableName = "seen", AckWait = TimeSpan.FromSeconds(1) }, stop.Token);
                    await foreach (var message in consumer.ConsumeAsync(100, stop.Token))
                    {
                        Seen.Enqueue((long.Parse(message.Headers["ce-sequence"]!, CultureInfo.InvariantCulture), message.Headers["ce-branch"]!, message.Headers["ce-id"]!));
                        await message.AckAsync(stop.Token);
                    }
                }
                catch (Exception e) when (e is NatsException or TimeoutException)
                {
                    await Task.Delay(50, stop.Token);
                }
            }
        }));
    }

    internal async Task<RelayState> StateAsync() =>
        CanonicalJson.Read<RelayState>((await Store.GetDocumentAsync(RelayState.DocumentKind, "nats", default))!.Content.Span);

    /// <summary>How many messages the stream holds: those that were stored twice are among them, what a consumer was merely given again is not.</summary>
    internal async Task<long> StoredAsync()
    {
        await using var connection = await NatsConnection.ConnectAsync(Broker.Options);
        return (await new JetStreamContext(connection).GetStreamAsync("OMS_EVENTS"))!.State.Messages;
    }

    /// <summary>Waits until the consumer has seen every number up to this one.</summary>
    internal async Task UntilSeenAsync(long last, int seconds = 60)
    {
        for (var watch = Stopwatch.StartNew(); Seen.Select(s => s.Sequence).Distinct().Count() < last; await Task.Delay(20))
            if (watch.Elapsed.TotalSeconds > seconds)
                throw new TimeoutException($"seen {Seen.Select(s => s.Sequence).Distinct().Count()} of {last}; {string.Join(" | ", Reports.TakeLast(5))}");
        Seen.Select(s => s.Sequence).Distinct().Order().ShouldBe(Enumerable.Range(1, (int)last).Select(i => (long)i));
    }

    /// <summary>How often an event of a branch came, for the first time, after a later one of the same branch.</summary>
    internal int Disorders()
    {
        var disorders = 0;
        foreach (var branch in Seen.GroupBy(s => s.Branch))
        {
            var (last, known) = (0L, new HashSet<long>());
            foreach (var (sequence, _, _) in branch)
            {
                if (known.Add(sequence) && sequence < last)
                    disorders++;
                last = Math.Max(last, sequence);
            }
        }

        return disorders;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        foreach (var task in running)
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Broker.DisposeAsync();
        stop.Dispose();
    }
}
