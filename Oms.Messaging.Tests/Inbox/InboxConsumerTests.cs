using System.Collections.Concurrent;
using System.Text;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Oms.Engine.Tests;
using Oms.Messaging.Inbox;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;
using Oms.Messaging.Outbox;
using Oms.Messaging.Tests.Servers;
using Oms.Storage.Tests;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.Inbox;

/// <summary>What becomes of incoming events at a real broker when their handling fails, when they are none, and when the broker dies.</summary>
public sealed class InboxConsumerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fails_is_tried_again_and_nothing_overtakes_it()
    {
        await using var scene = await InboxScene.StartAsync();
        var left = 2;
        scene.Handler = text => text == "b" && left-- > 0 ? throw new InvalidOperationException("not now") : null;
        scene.Consume();
        foreach (var text in new[] { "a", "b", "c" })
            await scene.PublishAsync(text);

        await scene.UntilAsync(() => scene.Taken.Count == 3);
        scene.Taken.ShouldBe(["a", "b", "c"]);
        scene.Reports.Count(r => r.Contains("not now", StringComparison.Ordinal)).ShouldBe(2);
        (await scene.LettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_for_good_is_a_dead_letter_with_its_content_and_can_be_replayed()
    {
        await using var scene = await InboxScene.StartAsync();
        var isMended = false;
        scene.Handler = text => text.Contains("bad", StringComparison.Ordinal) && !isMended ? throw new InvalidOperationException("broken") : null;
        scene.Consume();
        await scene.PublishAsync("""{"id":"bad","type":"t"}""");
        await scene.PublishAsync("good");

        await scene.UntilAsync(() => scene.Taken.Contains("good"));
        var (letter, version) = (await scene.LettersAsync()).ShouldHaveSingleItem();
        (letter.EventId, letter.EventType, letter.Attempts, letter.Error, letter.Payload, letter.Sequence).ShouldBe(("bad", "t", 3, "broken", """{"id":"bad","type":"t"}""", 1));

        isMended = true;
        var asked = letter with { Status = DeadLetterStatus.Replaying };
        await scene.Store.CommitAsync(new Change { Documents = [new(DeadLetter.DocumentKind, letter.Key, version, CanonicalJson.Write(asked))] }, Cancel);
        await scene.UntilAsync(async () => (await scene.LettersAsync())[0].Letter.Status == DeadLetterStatus.Delivered);
        scene.Taken.ShouldBe(["good", """{"id":"bad","type":"t"}"""]);
    }

    [Fact]
    public async Task What_is_no_event_is_a_dead_letter_at_once_and_holds_nobody_up()
    {
        await using var scene = await InboxScene.StartAsync();
        scene.Handler = text => text[0] == 'x' ? new MalformedEvent("it is an x") : null;
        scene.Consume();
        await scene.PublishAsync("x\ud83d\ude00");
        await scene.PublishAsync("good");

        await scene.UntilAsync(() => scene.Taken.Contains("good"));
        var letter = (await scene.LettersAsync()).ShouldHaveSingleItem().Letter;
        (letter.Attempts, letter.Payload).ShouldBe((1, "x\ud83d\ude00"));
        letter.Error.ShouldContain("it is an x");
    }

    [Fact]
    public async Task A_stream_made_anew_keeps_the_letters_of_the_one_before()
    {
        await using var scene = await InboxScene.StartAsync();
        scene.Handler = _ => new MalformedEvent("no");
        scene.Consume();
        await scene.PublishAsync("first");
        await scene.UntilAsync(async () => (await scene.LettersAsync()).Length == 1);
        await scene.DeleteStreamAsync();
        await scene.UntilAsync(async () => await scene.TryPublishAsync("second"));

        await scene.UntilAsync(async () => (await scene.LettersAsync()).Length == 2);
        (await scene.LettersAsync()).Select(l => (l.Letter.Sequence, l.Letter.Payload)).ShouldBe([(1L, "first"), (2L, "second")]);
    }

    [Fact]
    public async Task A_broker_that_dies_and_comes_back_loses_nothing_and_keeps_the_order()
    {
        await using var scene = await InboxScene.StartAsync();
        scene.Handler = _ => null;
        scene.Consume();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 50; i++)
                await scene.PublishAsync($"{round}-{i:D2}");
            await scene.Broker.KillAsync();
            await scene.Broker.StartAgainAsync();
        }

        await scene.UntilAsync(() => scene.Taken.Distinct().Count() == 150);
        scene.Taken.Distinct().ShouldBe(scene.Taken.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_event_in_binary_mode_is_the_same_event()
    {
        await using var scene = await InboxScene.StartAsync();
        scene.Handler = _ => null;
        scene.Consume();
        await scene.PublishAsync("""{"a":1}""", new NatsHeaders([new("ce-specversion", "1.0"), new("ce-id", "e%20one"), new("ce-type", "t")]));

        await scene.UntilAsync(() => !scene.Taken.IsEmpty);
        scene.Taken.ShouldBe(["""{"specversion":"1.0","id":"e one","type":"t","data":{"a":1}}"""]);
    }

    /// <summary>A store, a broker, and a consumer with a handler that the test gives.</summary>
    private sealed class InboxScene : IAsyncDisposable
    {
        private static readonly InboxOptions Options = new()
        {
            Name = "funnel", Stream = "IN", Subject = "in.>", Durable = "taker", AckWait = TimeSpan.FromSeconds(1),
            Retries = new RetryPolicy(3, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), 2, 0),
        };

        private readonly CancellationTokenSource stop = new();
        private Task running = Task.CompletedTask;
        private NatsConnection? publisher;

        internal required NatsServerProcess Broker { get; init; }

        internal MemoryStore Store { get; } = new();

        internal Func<string, Refusal?> Handler { get; set; } = _ => null;

        internal ConcurrentQueue<string> Taken { get; } = [];

        internal ConcurrentQueue<string> Reports { get; } = [];

        internal static async Task<InboxScene> StartAsync() => new() { Broker = await NatsServerProcess.StartAsync() };

        internal void Consume() => running = Task.Run(async () =>
        {
            await using var connection = NatsConnection.Start(Broker.Options with { RequestTimeout = TimeSpan.FromSeconds(1) });
            await new InboxConsumer(Store, connection, Options, TakeAsync, TimeProvider.System, Reports.Enqueue).RunAsync(stop.Token);
        });

        internal async Task PublishAsync(string text, NatsHeaders? headers = null)
        {
            publisher ??= NatsConnection.Start(Broker.Options with { RequestTimeout = TimeSpan.FromSeconds(1) });
            await UntilAsync(() => TryPublishAsync(text, headers));
        }

        internal async Task<bool> TryPublishAsync(string text, NatsHeaders? headers = null)
        {
            try
            {
                await new JetStreamContext(publisher!).PublishAsync("in.some.thing", Encoding.UTF8.GetBytes(text), headers ?? new NatsHeaders([new(MessageHeaders.MessageId, text.Length > 20 ? "long" : text.Replace(' ', '_'))]), Cancel);
                return true;
            }
            catch (Exception e) when (e is NatsException or TimeoutException)
            {
                return false;
            }
        }

        internal Task DeleteStreamAsync() => new JetStreamContext(publisher!).DeleteStreamAsync("IN", Cancel);

        internal async Task<(DeadLetter Letter, long Version)[]> LettersAsync() => [.. await DeadLetters.ReadAsync(Store, "funnel", null, 100, Cancel)];

        internal Task UntilAsync(Func<bool> reached) => UntilAsync(() => Task.FromResult(reached()));

        internal Task UntilAsync(Func<Task<bool>> reached) => Eventually.HoldsAsync(reached, seen: () => $"taken {Taken.Count}; {string.Join(" | ", Reports.TakeLast(5))}");

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (publisher is not null)
                await publisher.DisposeAsync();
            await Broker.DisposeAsync();
            stop.Dispose();
        }

        private ValueTask<Refusal?> TakeAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            var text = Encoding.UTF8.GetString(content.Span);
            var refusal = Handler(text);
            if (refusal is null)
                Taken.Enqueue(text);
            return ValueTask.FromResult(refusal);
        }
    }
}
