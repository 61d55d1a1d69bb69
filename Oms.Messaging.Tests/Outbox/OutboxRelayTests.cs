using Oms.Domain.Events;
using System.Globalization;
using Oms.Domain.Storage;
using Oms.Engine.Tests;
using Oms.Messaging.Outbox;
using Oms.Messaging.Tests.Servers;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.Outbox;

public sealed class OutboxRelayTests
{
    [Fact]
    public async Task Every_event_arrives_once_and_in_order()
    {
        await using var scene = await RelayScene.StartAsync();
        await scene.WriteAsync(300);
        scene.Relay();
        scene.Consume();
        await scene.WriteAsync(700);

        await scene.UntilSeenAsync(1000);
        scene.Seen.Select(s => s.Sequence).ShouldBe(Enumerable.Range(1, 1000).Select(i => (long)i));
        scene.Seen.Select(s => s.Branch).Distinct().ShouldBe(["main", "feature/a.b", "%ED%95%9C%EA%B8%80"], ignoreOrder: true);
        await Eventually.HoldsAsync(async () => (await scene.StateAsync()).Position == 1000);
        scene.Reports.ShouldBeEmpty();
    }

    /// <summary>
    /// OMS_RELAY_KILLS rounds (5) of OMS_RELAY_EVENTS events (400): in each the broker is killed and the relay torn off at random moments, in whatever
    /// they are doing, while events are written.
    /// </summary>
    [Fact]
    public async Task Whenever_the_broker_or_the_relay_dies_nothing_is_lost_and_the_order_holds()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("OMS_RELAY_KILLS") ?? "5", CultureInfo.InvariantCulture);
        var perRound = int.Parse(Environment.GetEnvironmentVariable("OMS_RELAY_EVENTS") ?? "400", CultureInfo.InvariantCulture);
        var chance = new Random(20261121);
        await using var scene = await RelayScene.StartAsync();
        var relay = scene.Relay();
        scene.Consume();
        for (var round = 0; round < rounds; round++)
        {
            var killing = Task.Run(async () =>
            {
                await Task.Delay(chance.Next(5, 200));
                await relay.CancelAsync();
                relay = scene.Relay($"relay {round}");
                await Task.Delay(chance.Next(5, 200));
                await scene.Broker.KillAsync();
                await Task.Delay(chance.Next(5, 200));
                await scene.Broker.StartAgainAsync();
            });
            for (var i = 0; i < perRound / 20; i++)
            {
                await scene.WriteAsync(20);
                await Task.Delay(chance.Next(0, 15));
            }

            await killing;
        }

        await scene.UntilSeenAsync(rounds * perRound, seconds: 60 + (rounds * perRound / 500));
        scene.Disorders().ShouldBe(0);
        var repeated = await scene.StoredAsync() - (rounds * perRound);
        TestContext.Current.TestOutputHelper!.WriteLine($"{rounds * perRound} events, {rounds} kills of each: none lost, order kept, {repeated} stored twice, {scene.Seen.Count - (rounds * perRound)} given again by the broker or the consumer's loss of acknowledgements");
        repeated.ShouldBeLessThanOrEqualTo(rounds * perRound / 50);
    }

    [Fact]
    public async Task A_broker_that_comes_back_empty_is_told_everything_again()
    {
        await using var scene = await RelayScene.StartAsync();
        scene.Relay();
        scene.Consume();
        await scene.WriteAsync(500);
        await scene.UntilSeenAsync(500);

        await scene.Broker.KillAsync();
        scene.Broker.RestoreFolder(null);
        scene.Seen.Clear();
        await scene.Broker.StartAgainAsync();
        await scene.UntilSeenAsync(500);
        (await scene.StateAsync()).Refills.ShouldBe(1);
        scene.Reports.ShouldContain(r => r.Contains("has lost events 1 to 500"));
    }

    [Fact]
    public async Task A_broker_restored_from_an_older_disk_is_told_what_it_forgot()
    {
        await using var scene = await RelayScene.StartAsync();
        scene.Relay();
        scene.Consume();
        await scene.WriteAsync(200);
        await scene.UntilSeenAsync(200);
        await scene.Broker.KillAsync();
        var copy = Directory.CreateTempSubdirectory("oms-copy-").FullName;
        NatsServerProcess.CopyFolder(scene.Broker.Folder, copy);
        await scene.Broker.StartAgainAsync();
        await scene.WriteAsync(300);
        await scene.UntilSeenAsync(500);

        await scene.Broker.KillAsync();
        scene.Broker.RestoreFolder(copy);
        scene.Seen.Clear();
        await scene.Broker.StartAgainAsync();
        await Eventually.HoldsAsync(() => scene.Seen.Any(s => s.Sequence == 500));
        scene.Seen.Select(s => s.Sequence).Distinct().Where(s => s > 200).ShouldBe(Enumerable.Range(201, 300).Select(i => (long)i));
        scene.Disorders().ShouldBe(0);
        Directory.Delete(copy, recursive: true);
    }

    [Fact]
    public async Task One_relay_speaks_and_another_takes_over_when_it_is_gone()
    {
        await using var scene = await RelayScene.StartAsync();
        var first = scene.Relay("one", isAlone: false);
        await scene.WriteAsync(100);
        scene.Consume();
        await scene.UntilSeenAsync(100);
        scene.Relay("two", isAlone: false);
        await scene.WriteAsync(100);
        await scene.UntilSeenAsync(200);
        (await scene.StateAsync()).Holder.ShouldBe("one");

        await first.CancelAsync();
        await scene.WriteAsync(100);
        await scene.UntilSeenAsync(300);
        (await scene.StateAsync()).Holder.ShouldBe("two");
        scene.Seen.Count.ShouldBe(300);
    }

    [Fact]
    public async Task An_event_that_the_broker_refuses_becomes_a_dead_letter_and_the_others_go_on()
    {
        await using var scene = await RelayScene.StartAsync();
        scene.Relay();
        scene.Consume();
        await scene.WriteAsync(10);
        await scene.WriteAsync(1, dataBytes: 2_000_000);
        await scene.WriteAsync(10);

        await Eventually.HoldsAsync(() => scene.Seen.Count == 21);
        // The last one tells of the dead letter.
        scene.Seen.Select(s => s.Sequence).ShouldBe([.. Enumerable.Range(1, 10).Select(i => (long)i), .. Enumerable.Range(12, 11).Select(i => (long)i)]);
        var (letter, _) = (await DeadLetters.ReadAsync(scene.Store, "nats", null, 10, default)).ShouldHaveSingleItem();
        (letter.Sequence, letter.EventId, letter.Status, letter.Attempts).ShouldBe((11, "e-10", DeadLetterStatus.Waiting, 5));
        letter.Error.ShouldContain("1048576");
        (await DeadLetters.ReadAsync(scene.Store, "other", null, 10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dead_letter_is_tried_again_when_somebody_asks()
    {
        await using var scene = await RelayScene.StartAsync();
        scene.Relay();
        scene.Consume();
        await scene.WriteAsync(10);
        await scene.UntilSeenAsync(10);
        var letter = new DeadLetter
        {
            Target = "nats", Sequence = 4, EventId = "e-3", EventType = "t", Error = "x", Attempts = 5,
            FirstFailure = DateTimeOffset.UnixEpoch, LastFailure = DateTimeOffset.UnixEpoch, Status = DeadLetterStatus.Replaying,
        };
        await scene.Store.CommitAsync(new Change { Documents = [new(DeadLetter.DocumentKind, letter.Key, 0, Domain.History.CanonicalJson.Write(letter))] }, default);

        await Eventually.HoldsAsync(async () => (await DeadLetters.ReadAsync(scene.Store, "nats", DeadLetterStatus.Delivered, 10, default)).Length == 1);
        await Eventually.HoldsAsync(() => scene.Seen.Count == 11);
        await scene.WriteAsync(10);
        await Eventually.HoldsAsync(() => scene.Seen.Count == 21);
        scene.Seen.Select(s => s.Sequence).ShouldBe([.. Enumerable.Range(1, 10).Select(i => (long)i), 4, .. Enumerable.Range(11, 10).Select(i => (long)i)]);
    }
}
