using Oms.Engine.Subscriptions;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Subscriptions;

public sealed class InMemoryTopicsTests
{
    [Theory]
    [InlineData(TopicBufferFullMode.DropOldest, new[] { 7, 8, 9 })]
    [InlineData(TopicBufferFullMode.DropNewest, new[] { 0, 1, 9 })]
    [InlineData(TopicBufferFullMode.DropWrite, new[] { 0, 1, 2 })]
    public async Task A_slow_subscriber_has_a_bounded_buffer_and_nobody_waits_for_it(TopicBufferFullMode mode, int[] kept)
    {
        var topics = new InMemoryTopics(new SubscriptionOptions { TopicBufferCapacity = 3, TopicBufferFullMode = mode });
        await using var slow = await topics.SubscribeAsync<int>("t");
        for (var i = 0; i < 10; i++)
            topics.SendAsync("t", i).IsCompletedSuccessfully.ShouldBeTrue();
        await topics.CompleteAsync("t");
        (await ReadAsync(slow)).ShouldBe(kept);
    }

    [Fact]
    public async Task Many_subscribers_get_every_message_in_one_order()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions { TopicBufferCapacity = 4000 });
        var streams = new List<ISourceStream<int>>();
        for (var i = 0; i < 200; i++)
            streams.Add(await topics.SubscribeAsync<int>("t"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < 1000; i++)
                await topics.SendAsync("t", (sender * 1000) + i);
        })));
        await topics.CompleteAsync("t");
        var first = await ReadAsync(streams[0]);
        first.Order().ShouldBe(Enumerable.Range(0, 4000));
        foreach (var stream in streams.Skip(1))
            (await ReadAsync(stream)).SequenceEqual(first).ShouldBeTrue();
    }

    [Fact]
    public async Task A_topic_is_there_as_long_as_somebody_listens()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions());
        await topics.SendAsync("t", 1);
        var one = await topics.SubscribeAsync<int>("t");
        var two = await topics.SubscribeAsync<int>("t");
        (topics.Count, topics.SubscriberCount).ShouldBe((1, 2));
        await one.DisposeAsync();
        await one.DisposeAsync();
        (topics.Count, topics.SubscriberCount).ShouldBe((1, 1));
        await topics.SendAsync("t", 2);
        await two.DisposeAsync();
        (topics.Count, topics.SubscriberCount).ShouldBe((0, 0));
        (await ReadAsync(one)).ShouldBeEmpty();
        (await ReadAsync(two)).ShouldBe([2]);
    }

    [Fact]
    public async Task Disposing_ends_a_reader_that_waits()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions());
        var stream = await topics.SubscribeAsync<int>("t");
        var reading = ReadAsync(stream);
        await stream.DisposeAsync();
        (await reading.WaitAsync(TimeSpan.FromSeconds(5))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Subscribers_that_come_and_go_while_messages_are_sent_leave_nothing()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions());
        using var over = new CancellationTokenSource();
        var sending = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
                await topics.SendAsync("t", 1);
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                await using var stream = await topics.SubscribeAsync<int>("t");
            }
        })));
        await over.CancelAsync();
        await sending;
        topics.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_of_another_type_is_a_fault_of_the_program()
    {
        var topics = new InMemoryTopics(new SubscriptionOptions());
        await using var stream = await topics.SubscribeAsync<int>("t");
        await Should.ThrowAsync<InvalidOperationException>(async () => await topics.SendAsync("t", "text"));
    }

    private static async Task<List<int>> ReadAsync(ISourceStream<int> stream)
    {
        var read = new List<int>();
        await foreach (var message in stream.ReadEventsAsync())
            read.Add(message);
        return read;
    }
}
