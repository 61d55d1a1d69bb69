using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Oms.Domain.Access;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Engine.Tests;
using Oms.Messaging.Outbox;
using Oms.Storage.Tests;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.Outbox;

/// <summary>Which target is told which event, while routes change and targets go away.</summary>
public sealed class RoutingTests : IAsyncLifetime
{
    private static readonly Actor Admin = new("ann", [Role.Admin]);
    private static readonly ImmutableArray<string> Targets = ["a", "b", "c"];

    private readonly MemoryStore store = new();
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, RecordingTarget> targets = [];
    private readonly List<Task> running = [];
    private int written;

    [Fact]
    public async Task Without_routes_every_target_is_told_everything_and_a_route_narrows_that()
    {
        Run("a");
        Run("b");
        await WriteAsync("branch.created", "main");
        await SetAsync(new EventRoute { Name = "r", Types = ["branch.*"], Targets = ["b"] });
        await WriteAsync("branch.updated", "main");
        await WriteAsync("lock.acquired", "main");

        await Eventually.HoldsAsync(() => Told("a").Length == 3 && Told("b").Length == 4);
        Told("a").ShouldBe(["e-1 branch.created", "routes.changed", "e-3 lock.acquired"]);
        Told("b").ShouldBe(["e-1 branch.created", "routes.changed", "e-2 branch.updated", "e-3 lock.acquired"]);
    }

    [Fact]
    public async Task Whatever_the_routes_become_and_however_far_the_targets_are_no_event_falls_between_them()
    {
        var chance = new Random(7);
        Run("a");
        for (var i = 0; i < 40; i++)
        {
            if (i == 20)
                Run("b");
            await SetAsync(new EventRoute { Name = "r", Types = ["t.*"], Targets = [chance.Next(2) == 0 ? "a" : "b"] });
            for (var n = chance.Next(0, 4); n > 0; n--)
                await WriteAsync("t.x", "main");
            if (chance.Next(4) == 0)
                await Task.Delay(chance.Next(30), TestContext.Current.CancellationToken);
        }

        await Eventually.HoldsAsync(() => targets["a"].Told.Concat(targets["b"].Told).Count(r => r.Type.EndsWith("t.x", StringComparison.Ordinal)) >= written);
        var told = targets["a"].Told.Concat(targets["b"].Told).Where(r => r.Type.EndsWith("t.x", StringComparison.Ordinal)).Select(r => r.Id).ToList();
        told.Count.ShouldBe(written);
        told.Distinct().Count().ShouldBe(written);
    }

    [Fact]
    public async Task Of_a_route_with_the_strategy_first_only_the_first_is_told()
    {
        await SetAsync(new EventRoute { Name = "r", Branches = ["release/*"], Authors = ["a*"], Strategy = RouteStrategy.First, Targets = ["b", "a"] });
        Run("a");
        Run("b");
        await WriteAsync("t.x", "release/1", "ann");
        await WriteAsync("t.x", "release/1", "bob");
        await Eventually.HoldsAsync(() => Told("a").Length == 2 && Told("b").Length == 3);
        Told("b").ShouldBe(["routes.changed", "e-1 t.x", "e-2 t.x"]);
        Told("a").ShouldBe(["routes.changed", "e-2 t.x"]);
    }

    [Theory]
    [InlineData(DeliveryFailureReason.Unavailable)]
    [InlineData(DeliveryFailureReason.Rejected)]
    public async Task What_a_target_does_not_take_goes_to_the_next_and_in_the_end_to_a_person(DeliveryFailureReason reason)
    {
        await SetAsync(new EventRoute { Name = "r", Types = ["t.*"], Strategy = RouteStrategy.Failover, Targets = ["a", "b", "c"] });
        await WriteAsync("t.x", "main");
        await WriteAsync("t.y", "main");
        Run("a").Refuse = r => r.Type.Contains(".t.", StringComparison.Ordinal) ? new DeliveryFailure(reason, "a is away") : null;
        Run("b").Refuse = r => r.Type.EndsWith("t.y", StringComparison.Ordinal) ? new DeliveryFailure(reason, "b is away") : null;
        Run("c").Refuse = _ => new DeliveryFailure(DeliveryFailureReason.Rejected, "c never");

        await Eventually.HoldsAsync(async () => (await LettersAsync("c")).Any(l => l.Status == DeadLetterStatus.Waiting && l.EventId == "e-2"));
        targets["b"].Told.Select(r => r.Id).ShouldContain("e-1");
        var letter = (await LettersAsync("c")).Single(l => l.EventId == "e-2");
        (letter.From, letter.Attempts, letter.Error).ShouldBe(("b", 3, "c never"));
        (await LettersAsync("b")).Select(l => (l.EventId, l.Status)).ShouldBe([("e-1", DeadLetterStatus.Delivered), ("e-2", DeadLetterStatus.HandedOn)]);
        (await AlertsAsync()).ShouldContain("c/e-2");
    }

    [Fact]
    public async Task A_message_that_is_refused_in_the_same_words_five_times_is_poison_and_that_is_told()
    {
        Run("a").Refuse = r => r.Id == "e-1" ? new DeliveryFailure(DeliveryFailureReason.Rejected, $"line {Random.Shared.Next(1000)}: no") : null;
        await WriteAsync("t.x", "main");
        await WriteAsync("t.x", "main");
        await Eventually.HoldsAsync(async () => (await LettersAsync("a")).Any(l => l.Status == DeadLetterStatus.Waiting));
        (await LettersAsync("a")).Single().IsPoison.ShouldBeFalse();
        for (var i = 4; i <= 5; i++)
        {
            var (letter, version) = (await DeadLetters.ReadAsync(store, "a", null, 10, default)).Single();
            await store.CommitAsync(new Change { Documents = [new(DeadLetter.DocumentKind, letter.Key, version, CanonicalJson.Write(letter with { Status = DeadLetterStatus.Replaying, DecidedBy = "ann" }))] }, default);
            await Eventually.HoldsAsync(async () => (await LettersAsync("a")).Any(l => l.Status == DeadLetterStatus.Waiting && l.Attempts == i));
        }

        (await LettersAsync("a")).Single().IsPoison.ShouldBeTrue();
        Told("a").ShouldContain("e-2 t.x");
        var log = await store.GetEventsAfterAsync(0, 100, default);
        log.Count(r => r.Type == EventTypes.DeadLetterAdded).ShouldBe(2);
        log.Count(r => r.Type == EventTypes.DeadLetterPoisoned).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_has_a_next_passes_a_target_that_is_absent_or_away_and_what_has_none_waits_for_it(bool isAbsent)
    {
        await SetAsync(new EventRoute { Name = "r", Types = ["t.*"], Strategy = RouteStrategy.Failover, Targets = ["a", "b"] });
        foreach (var type in new[] { "lock.x", "t.x", "lock.y", "t.y" })
            await WriteAsync(type, "main");
        Run("b");
        using var back = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var away = new RecordingTarget("a") { Refuse = _ => new DeliveryFailure(DeliveryFailureReason.Unavailable, "a is away") };
        var relay = Relay(isAbsent ? new AbsentTarget("a", 0, "disabled", isForever: false) : away, back.Token);
        await Eventually.HoldsAsync(() => Told("b").Length == 5);
        await WriteAsync("t.z", "main");
        await Eventually.HoldsAsync(() => Told("b").Length == 6);
        Told("b").ShouldBe(["routes.changed", "e-1 lock.x", "e-2 t.x", "e-3 lock.y", "e-4 t.y", "e-5 t.z"], ignoreOrder: true);
        (await LettersAsync("b")).Select(l => (l.EventId, l.From, l.Status)).ShouldBe([("e-2", "a", DeadLetterStatus.Delivered), ("e-4", "a", DeadLetterStatus.Delivered), ("e-5", "a", DeadLetterStatus.Delivered)]);

        await back.CancelAsync();
        await relay;
        Run("a");
        await WriteAsync("t.again", "main");
        await Eventually.HoldsAsync(() => Told("a").Length == 4);
        Told("a").ShouldBe(["routes.changed", "e-1 lock.x", "e-3 lock.y", "e-6 t.again"]);
        Told("b").ShouldNotContain("e-6 t.again");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_handed_to_a_target_that_is_absent_goes_to_the_next_and_without_one_to_a_person_only_when_it_never_comes_back(bool isForever)
    {
        await SetAsync(new EventRoute { Name = "r", Types = ["t.*"], Strategy = RouteStrategy.Failover, Targets = ["a", "b", "c"] });
        await SetAsync(new EventRoute { Name = "s", Priority = 1, Types = ["t.last"], Strategy = RouteStrategy.Failover, Targets = ["a", "b"] });
        await WriteAsync("t.last", "main");
        await WriteAsync("t.x", "main");
        Run("a").Refuse = r => r.Type.Contains(".t.", StringComparison.Ordinal) ? new DeliveryFailure(DeliveryFailureReason.Rejected, "a refuses") : null;
        _ = Relay(new AbsentTarget("b", 0, "gone", isForever), stop.Token);
        Run("c");
        await Eventually.HoldsAsync(() => Told("c").Contains("e-2 t.x"));
        await Eventually.HoldsAsync(async () => (await LettersAsync("b")).Any(l => l.EventId == "e-1" && (!isForever || l.Status == DeadLetterStatus.Waiting)));
        (await LettersAsync("b")).Select(l => (l.EventId, l.Status)).ShouldBe(
            [("e-1", isForever ? DeadLetterStatus.Waiting : DeadLetterStatus.Replaying), ("e-2", DeadLetterStatus.HandedOn)]);
    }

    [Fact]
    public async Task A_clock_that_moves_on_while_a_wait_is_reckoned_ends_no_relay()
    {
        var refused = 0;
        Run("a", new HastyClock(TimeSpan.FromMilliseconds(3))).Refuse = _ => refused++ < 20 ? new DeliveryFailure(DeliveryFailureReason.Unavailable, "not now") : null;
        await WriteAsync("t.x", "main");
        await Eventually.HoldsAsync(() => Told("a").Contains("e-1 t.x"));
    }

    [Fact]
    public async Task Letters_of_which_nothing_more_can_become_are_read_once()
    {
        DeadLetterStatus[] statuses = [DeadLetterStatus.Delivered, DeadLetterStatus.HandedOn, DeadLetterStatus.Waiting, DeadLetterStatus.Discarded, DeadLetterStatus.Replaying];
        foreach (var target in new[] { "a", "b" })
            for (var i = 0; i < statuses.Length; i++)
            {
                var letter = new DeadLetter
                {
                    Target = target, Sequence = i + 1, EventId = "e", EventType = "t", Error = "x", Attempts = 1, FirstFailure = DateTimeOffset.UnixEpoch, LastFailure = DateTimeOffset.UnixEpoch, Status = statuses[i],
                };
                await store.CommitAsync(new Change { Documents = [new(DeadLetter.DocumentKind, letter.Key, 0, CanonicalJson.Write(letter))] }, default);
            }

        var (letters, settled) = await DeadLetters.ReadReplayingAsync(store, "a", null, 10, default);
        letters.Select(l => l.Sequence).ShouldBe([5]);
        settled.ShouldBe(DeadLetter.KeyOf("a", 2), "the third may be told again");
        (await DeadLetters.ReadReplayingAsync(store, "a", DeadLetter.KeyOf("a", 5), 10, default)).ShouldBe(([], DeadLetter.KeyOf("a", 5)), "what was settled is not read");
    }

    [Fact]
    public async Task A_target_that_wants_no_more_is_told_no_more()
    {
        var target = Run("a");
        target.Refuse = r => r.Id == "e-2" ? new DeliveryFailure(DeliveryFailureReason.Gone, "gone") : null;
        await WriteAsync("t.x", "main");
        await WriteAsync("t.x", "main");
        await running[0].WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Told("a").ShouldBe(["e-1 t.x"]);
        var state = CanonicalJson.Read<RelayState>((await store.GetDocumentAsync(RelayState.DocumentKind, "a", default))!.Content.Span);
        (state.Position, state.Holder).ShouldBe((1, null));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
        stop.Dispose();
    }

    private RecordingTarget Run(string name, TimeProvider? clock = null)
    {
        var target = targets[name] = new RecordingTarget(name);
        _ = Relay(target, stop.Token, clock);
        return target;
    }

    private Task Relay(IEventTarget target, CancellationToken cancellationToken, TimeProvider? clock = null)
    {
        var options = new RelayOptions { Holder = "one", IsAlone = true, PollInterval = TimeSpan.FromMilliseconds(10), CheckInterval = TimeSpan.FromMilliseconds(30) };
        running.Add(Task.Run(() => new OutboxRelay(store, target, options, clock ?? TimeProvider.System, () => Task.Delay(10), _ => { }).RunAsync(cancellationToken)));
        return running[^1];
    }

    private string[] Told(string target) => [.. targets[target].Told.Where(r => !r.Type.Contains("deadletter", StringComparison.Ordinal))
        .Select(r => r.Id.StartsWith("e-", StringComparison.Ordinal) ? $"{r.Id} {EventTypes.Suffix(r.Type)}" : EventTypes.Suffix(r.Type))];

    private async Task WriteAsync(string type, string branch, string author = "ann")
    {
        var record = new EventRecord
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"e-{++written}"), Type = EventTypes.Prefix + type, Subject = "x/y", Time = DateTimeOffset.UnixEpoch,
            Branch = branch, Author = author, CorrelationId = "c", Data = new JsonLiteral("{}"),
        };
        await store.CommitAsync(new Change { Events = [record] }, default);
    }

    private async Task SetAsync(EventRoute route)
    {
        var kept = await store.GetDocumentAsync(RouteTable.DocumentKind, RouteTable.Key, default);
        var table = kept is null ? new RouteTable() : CanonicalJson.Read<RouteTable>(kept.Content.Span);
        var context = new CommandContext(Admin, DateTimeOffset.UnixEpoch, "c", Guid.NewGuid);
        var decision = new SetEventRoute(route).Decide(context, (table, kept?.Version ?? 0), Targets, await store.GetLastSequenceAsync(default));
        decision.IsOk.ShouldBeTrue();
        (await store.CommitAsync(decision.Value, default)).ShouldBeOfType<CommitOutcome.Committed>();
    }

    private async Task<List<DeadLetter>> LettersAsync(string target) => [.. (await DeadLetters.ReadAsync(store, target, null, 100, default)).Select(l => l.Letter)];

    private async Task<List<string>> AlertsAsync() =>
        [.. (await store.GetEventsAfterAsync(0, 100, default)).Where(r => r.Type == EventTypes.DeadLetterAdded)
            .Select(r => CanonicalJson.Read<DeadLetterData>(System.Text.Encoding.UTF8.GetBytes(r.Data.Text))).Select(d => $"{d.Target}/{d.EventId}")];
}
