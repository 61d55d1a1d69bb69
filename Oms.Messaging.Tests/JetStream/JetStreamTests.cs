using System.Diagnostics;
using System.Globalization;
using System.Text;
using Oms.Messaging.JetStream;
using Oms.Messaging.Nats;
using Oms.Messaging.Tests.Servers;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.JetStream;

public sealed class JetStreamTests
{
    private static readonly StreamConfiguration Events = new() { Name = "EVENTS", Subjects = ["events.>"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_is_made_changed_found_and_deleted()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var streams = new JetStreamContext(connection);

        (await streams.GetStreamAsync("EVENTS", Cancel)).ShouldBeNull();
        await streams.CreateOrUpdateStreamAsync(Events with { MaxAge = TimeSpan.FromHours(1), DuplicateWindow = TimeSpan.FromMinutes(5) }, Cancel);
        await streams.CreateOrUpdateStreamAsync(Events with { MaxAge = TimeSpan.FromHours(2), DuplicateWindow = TimeSpan.FromMinutes(5) }, Cancel);
        (await streams.GetStreamAsync("EVENTS", Cancel))!.Configuration.ShouldSatisfyAllConditions(
            c => c.MaxAge.ShouldBe(TimeSpan.FromHours(2)), c => c.DuplicateWindow.ShouldBe(TimeSpan.FromMinutes(5)), c => c.Subjects.ShouldBe(["events.>"]));
        await streams.DeleteStreamAsync("EVENTS", Cancel);
        await streams.DeleteStreamAsync("EVENTS", Cancel);
        (await streams.GetStreamAsync("EVENTS", Cancel)).ShouldBeNull();
        await Should.ThrowAsync<ArgumentException>(() => streams.GetStreamAsync("a.b", Cancel));
    }

    [Fact]
    public async Task A_message_is_taken_once_and_only_where_it_is_expected()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var streams = new JetStreamContext(connection);
        await streams.CreateOrUpdateStreamAsync(Events, Cancel);
        var headers = new NatsHeaders([new(MessageHeaders.MessageId, "e-1")]);

        (await streams.PublishAsync("events.a", "one"u8.ToArray(), headers, Cancel)).ShouldSatisfyAllConditions(a => a.Sequence.ShouldBe(1), a => a.IsDuplicate.ShouldBeFalse());
        (await streams.PublishAsync("events.a", "one"u8.ToArray(), headers, Cancel)).ShouldSatisfyAllConditions(a => a.Sequence.ShouldBe(1), a => a.IsDuplicate.ShouldBeTrue());
        var wrong = new NatsHeaders([new(MessageHeaders.ExpectedLastSequence, "7")]);
        (await Should.ThrowAsync<JetStreamException>(() => streams.PublishAsync("events.a", default, wrong, Cancel))).ErrorCode.ShouldBe(JetStreamException.WrongLastSequence);
        await Should.ThrowAsync<NatsNoRespondersException>(() => streams.PublishAsync("other", default, null, Cancel));

        var stored = (await streams.GetMessageAsync("EVENTS", 1, Cancel))!;
        (stored.Subject, Encoding.UTF8.GetString(stored.Data!), stored.Headers[MessageHeaders.MessageId]).ShouldBe(("events.a", "one", "e-1"));
        (await streams.GetMessageAsync("EVENTS", 2, Cancel)).ShouldBeNull();
        (await streams.GetLastMessageAsync("EVENTS", "events.a", Cancel))!.Sequence.ShouldBe(1);
        await streams.PurgeStreamAsync("EVENTS", Cancel);
        (await streams.GetStreamAsync("EVENTS", Cancel))!.State.ShouldSatisfyAllConditions(s => s.Messages.ShouldBe(0), s => s.LastSequence.ShouldBe(1));
    }

    [Fact]
    public async Task What_is_given_back_comes_again_and_what_is_ended_does_not()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var streams = new JetStreamContext(connection);
        var consumer = await GivenAsync(streams, 4, new ConsumerConfiguration { DurableName = "c", AckWait = TimeSpan.FromMilliseconds(500) });

        var first = await consumer.FetchAsync(4, TimeSpan.FromSeconds(5), Cancel);
        first.Select(m => m.Delivery.StreamSequence).ShouldBe([1, 2, 3, 4]);
        var watch = Stopwatch.StartNew();
        await first[0].AckAndWaitAsync(Cancel);
        await first[1].NakAsync(TimeSpan.FromSeconds(1), Cancel);
        await first[2].TermAsync(Cancel);
        await first[3].InProgressAsync(Cancel);

        var again = new List<JetStreamMessage>();
        while (again.Count < 2)
            again.AddRange(await consumer.FetchAsync(1, TimeSpan.FromSeconds(3), Cancel));
        again.Select(m => (m.Delivery.StreamSequence, m.Delivery.Delivered)).ShouldBe([(4, 2), (2, 2)]);
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
        foreach (var message in again)
            await message.AckAndWaitAsync(Cancel);
        (await consumer.FetchAsync(1, TimeSpan.FromSeconds(1), Cancel)).ShouldBeEmpty();
        (await streams.GetConsumerAsync("EVENTS", "c", Cancel))!.ShouldSatisfyAllConditions(i => i.AckPending.ShouldBe(0), i => i.Pending.ShouldBe(0));
    }

    [Fact]
    public async Task A_consumer_reads_on_after_the_servers_death_and_misses_nothing()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var streams = new JetStreamContext(connection);
        var consumer = await GivenAsync(streams, 500, new ConsumerConfiguration { DurableName = "c", AckWait = TimeSpan.FromSeconds(1) });

        var seen = new HashSet<long>();
        await foreach (var message in consumer.ConsumeAsync(50, Cancel))
        {
            seen.Add(message.Delivery.StreamSequence);
            await message.AckAsync(Cancel);
            if (seen.Count == 120)
            {
                await server.KillAsync();
                await server.StartAgainAsync();
            }

            if (seen.Count == 500)
                break;
        }

        seen.Order().ShouldBe(Enumerable.Range(1, 500).Select(i => (long)i));
    }

    [Fact]
    public async Task A_waiting_consumer_hears_of_a_message_at_once_and_of_its_own_end()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var streams = new JetStreamContext(connection);
        var consumer = await GivenAsync(streams, 0, new ConsumerConfiguration { DurableName = "c" });
        await using var messages = consumer.ConsumeAsync(10, Cancel).GetAsyncEnumerator(Cancel);

        var next = messages.MoveNextAsync().AsTask();
        // Longer than the heartbeats that would make it ask again if they stayed away.
        await Task.Delay(4000, Cancel);
        next.IsCompleted.ShouldBeFalse();
        var watch = Stopwatch.StartNew();
        await streams.PublishAsync("events.late", default, null, Cancel);
        (await next).ShouldBeTrue();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));

        var end = messages.MoveNextAsync().AsTask();
        await Task.Delay(200, Cancel);
        await streams.DeleteConsumerAsync("EVENTS", "c", Cancel);
        (await Should.ThrowAsync<JetStreamException>(() => end)).ErrorCode.ShouldBe(JetStreamException.ConsumerNotFound);
    }

    [Fact]
    public async Task A_server_without_JetStream_says_so()
    {
        await using var server = await NatsServerProcess.StartAsync();
        await using var connection = await NatsConnection.ConnectAsync(server.Options, Cancel);
        var streams = new JetStreamContext(connection, "$JS.elsewhere.API");
        (await Should.ThrowAsync<JetStreamException>(() => streams.GetStreamAsync("EVENTS", Cancel))).ErrorCode.ShouldBe(JetStreamException.NotEnabled);
    }

    private static async Task<JetStreamConsumer> GivenAsync(JetStreamContext streams, int messages, ConsumerConfiguration configuration)
    {
        await streams.CreateOrUpdateStreamAsync(Events, Cancel);
        for (var i = 0; i < messages; i++)
            await streams.PublishAsync("events.n", Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture)), null, Cancel);
        return await streams.CreateConsumerAsync("EVENTS", configuration, Cancel);
    }
}
