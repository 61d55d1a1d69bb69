using Microsoft.Extensions.Logging.Abstractions;
using Oms.Engine.Redis;
using Oms.Engine.Response;
using Oms.Engine.Subscriptions;
using Shouldly;
using StackExchange.Redis;
using Xunit;

namespace Oms.Engine.Tests.Redis;

public sealed class RedisTopicsTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly List<ConnectionMultiplexer> _connections = [];
    private RedisServerProcess _server = null!;

    public async ValueTask InitializeAsync() => _server = await RedisServerProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections)
            connection.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_message_reaches_the_subscribers_of_all_processes_and_is_read_once_in_each()
    {
        using var one = await TopicsAsync();
        using var two = await TopicsAsync();
        await using var here = await one.SubscribeAsync<News>("news");
        await using var there = await two.SubscribeAsync<News>("news");
        await using var thereToo = await two.SubscribeAsync<News>("news");
        await using var elsewhere = await two.SubscribeAsync<News>("other");

        await one.SendAsync("news", new News(1, "über 🜚"));
        await one.CompleteAsync("news");
        await one.CompleteAsync("other");

        (await ReadAsync(here)).ShouldBe([new News(1, "über 🜚")]);
        var first = await ReadAsync(there);
        first.ShouldBe([new News(1, "über 🜚")]);
        (await ReadAsync(thereToo)).Single().ShouldBeSameAs(first[0]);
        (await ReadAsync(elsewhere)).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_see_the_messages_of_one_sender_in_its_order_and_none_twice()
    {
        using var sender = await TopicsAsync();
        var receivers = new[] { await TopicsAsync(), await TopicsAsync() };
        var streams = await Task.WhenAll(receivers.SelectMany(r => Enumerable.Range(0, 3).Select(_ => r.SubscribeAsync<int>("n").AsTask())));
        for (var i = 0; i < 2000; i++)
            await sender.SendAsync("n", i);
        await sender.CompleteAsync("n");
        foreach (var stream in streams)
            (await ReadAsync(stream)).ShouldBe(Enumerable.Range(0, 2000));
    }

    [Fact]
    public async Task A_slow_subscriber_has_a_bounded_buffer_and_nobody_waits_for_it()
    {
        using var topics = await TopicsAsync(new SubscriptionOptions { TopicBufferCapacity = 3 });
        await using var slow = await topics.SubscribeAsync<int>("n");
        await using var alsoSlow = await topics.SubscribeAsync<int>("n");
        for (var i = 0; i < 100; i++)
            await topics.SendAsync("n", i).AsTask().WaitAsync(Patience);
        await topics.CompleteAsync("n");
        (await ReadAsync(slow)).ShouldBe([97, 98, 99]);
        (await ReadAsync(alsoSlow)).ShouldBe([97, 98, 99]);
    }

    [Fact]
    public async Task Redis_is_subscribed_to_a_topic_as_long_as_somebody_listens()
    {
        using var topics = await TopicsAsync(new SubscriptionOptions { TopicPrefix = "mine:" });
        var one = await topics.SubscribeAsync<int>("n");
        var two = await topics.SubscribeAsync<int>("n");
        Subscribers("mine:n").ShouldBe(1);
        topics.Count.ShouldBe(1);
        await one.DisposeAsync();
        Subscribers("mine:n").ShouldBe(1);
        await two.DisposeAsync();
        await Eventually.BecomesAsync(() => Subscribers("mine:n"), 0);
        topics.Count.ShouldBe(0);
        await using var again = await topics.SubscribeAsync<int>("n");
        await topics.SendAsync("n", 7);
        await topics.CompleteAsync("n");
        (await ReadAsync(again)).ShouldBe([7]);
    }

    [Fact]
    public async Task Subscribers_that_come_and_go_while_messages_are_sent_always_get_what_is_sent_after_they_came()
    {
        using var sender = await TopicsAsync();
        using var receiver = await TopicsAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (var i = 0; i < 100; i++)
            {
                await using var stream = await receiver.SubscribeAsync<int>("n");
                await sender.SendAsync("n", (worker * 1000) + i);
                await foreach (var message in stream.ReadEventsAsync())
                    if (message == (worker * 1000) + i)
                        break;
            }
        })).WaitAsync(TimeSpan.FromSeconds(60));
        receiver.Count.ShouldBe(0);
    }

    [Fact]
    public async Task When_Redis_goes_its_subscribers_are_told_that_they_may_have_missed_something_and_can_come_again_when_it_is_back()
    {
        using var topics = await TopicsAsync();
        await using var stream = await topics.SubscribeAsync<int>("n");
        await topics.SendAsync("n", 1);
        await using var events = stream.ReadEventsAsync().GetAsyncEnumerator();
        (await events.MoveNextAsync()).ShouldBeTrue();

        await _server.KillAsync();

        var told = await Should.ThrowAsync<GraphQLException>(async () => await events.MoveNextAsync().AsTask().WaitAsync(Patience));
        told.Errors.Single().Code.ShouldBe(RedisErrorCodes.SubscriptionInterrupted);
        topics.Count.ShouldBe(0);
        // Who sends goes on.
        await topics.SendAsync("n", 2).AsTask().WaitAsync(Patience);
        var refused = await Should.ThrowAsync<GraphQLException>(async () => await topics.SubscribeAsync<int>("n").AsTask().WaitAsync(Patience));
        refused.Errors.Single().Code.ShouldBe(RedisErrorCodes.SubscriptionUnavailable);

        await _server.StartAgainAsync();
        await using var again = await ComeAgainAsync(topics);
        await topics.SendAsync("n", 3);
        await topics.CompleteAsync("n");
        (await ReadAsync(again)).ShouldBe([3]);
    }

    [Fact]
    public async Task A_message_that_is_not_one_of_the_topic_ends_its_streams_with_the_reason()
    {
        using var topics = await TopicsAsync();
        await using var stream = await topics.SubscribeAsync<News>("n");
        await _connections[0].GetSubscriber().PublishAsync("n", "{\"Number\":[");
        (await Should.ThrowAsync<GraphQLException>(() => ReadAsync(stream))).Errors.Single().Code.ShouldBe(RedisErrorCodes.SubscriptionInterrupted);
    }

    private async Task<RedisTopics> TopicsAsync(SubscriptionOptions? options = null)
    {
        _connections.Add(await _server.ConnectAsync());
        return new RedisTopics(_connections[^1], options ?? new SubscriptionOptions { TopicBufferCapacity = 10_000 }, NullLogger<RedisTopics>.Instance);
    }

    private int Subscribers(string channel) => (int)_connections[0].GetServer(_connections[0].GetEndPoints()[0]).SubscriptionSubscriberCount(channel);

    private static async Task<ISourceStream<int>> ComeAgainAsync(RedisTopics topics)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                return await topics.SubscribeAsync<int>("n", patience.Token);
            }
            catch (GraphQLException)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private static Task<List<T>> ReadAsync<T>(ISourceStream<T> stream) => ReadAllAsync(stream).WaitAsync(Patience);

    private static async Task<List<T>> ReadAllAsync<T>(ISourceStream<T> stream)
    {
        var read = new List<T>();
        await foreach (var message in stream.ReadEventsAsync())
            read.Add(message);
        return read;
    }

    private sealed record News(int Number, string Text);
}
