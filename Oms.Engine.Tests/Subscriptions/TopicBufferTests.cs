using Oms.Engine.Subscriptions;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Subscriptions;

public sealed class TopicBufferTests
{
    private const int Seed = 20261121;

    [Theory]
    [InlineData(TopicBufferFullMode.DropOldest)]
    [InlineData(TopicBufferFullMode.DropNewest)]
    [InlineData(TopicBufferFullMode.DropWrite)]
    public void Holds_what_a_plain_list_of_that_bound_would_hold(TopicBufferFullMode mode)
    {
        var random = new Random(Seed);
        for (var capacity = 1; capacity <= 9; capacity++)
        {
            var (buffer, expected) = (new TopicBuffer(capacity, mode), new List<int>());
            for (var i = 0; i < 500; i++)
            {
                if (random.Next(5) < 3)
                {
                    buffer.Write(new TopicEvent(i), out var isDropped).ShouldBeFalse();
                    isDropped.ShouldBe(expected.Count == capacity);
                    Write(expected, i, capacity, mode);
                }
                else
                {
                    buffer.TryRead(out var next).ShouldBe(expected.Count > 0);
                    next?.Message.ShouldBe(expected[0]);
                    expected.RemoveRange(0, Math.Min(1, expected.Count));
                }
            }
        }
    }

    [Fact]
    public async Task A_reader_is_woken_once_and_told_the_end_after_what_was_written()
    {
        var buffer = new TopicBuffer(3, TopicBufferFullMode.DropOldest);
        var waiting = buffer.WaitToReadAsync();
        waiting.IsCompleted.ShouldBeFalse();
        buffer.Write(new TopicEvent(1), out _).ShouldBeTrue();
        buffer.Write(new TopicEvent(2), out _).ShouldBeFalse();
        buffer.Complete(null);
        buffer.Write(new TopicEvent(3), out var isDropped).ShouldBeFalse();
        isDropped.ShouldBeFalse();
        buffer.Wake();
        (await waiting).ShouldBeTrue();
        buffer.TryRead(out var first).ShouldBeTrue();
        first.Message.ShouldBe(1);
        (await buffer.WaitToReadAsync()).ShouldBeTrue();
        buffer.TryRead(out _).ShouldBeTrue();
        (await buffer.WaitToReadAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_reader_that_waits_is_told_what_ended_the_topic()
    {
        var buffer = new TopicBuffer(3, TopicBufferFullMode.DropOldest);
        var waiting = buffer.WaitToReadAsync().AsTask();
        buffer.Complete(new InvalidOperationException("gone"));
        (await Should.ThrowAsync<InvalidOperationException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken))).Message.ShouldBe("gone");
        (await Should.ThrowAsync<InvalidOperationException>(async () => await buffer.WaitToReadAsync())).Message.ShouldBe("gone");
    }

    [Fact]
    public async Task A_reader_that_blocks_the_thread_that_woke_it_does_not_hold_up_a_crowd()
    {
        const int Readers = 300;
        var topics = new InMemoryTopics(new SubscriptionOptions());
        using var blocked = new ManualResetEventSlim();
        var (got, reading) = (0, new List<Task>());
        for (var i = 0; i < Readers; i++)
        {
            var stream = await topics.SubscribeAsync<int>("t", TestContext.Current.CancellationToken);
            reading.Add(ReadAsync(stream, isBlocking: i == 0));
        }

        await topics.SendAsync("t", 1, TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(() => Volatile.Read(ref got), Readers - 1);
        blocked.Set();
        await Task.WhenAll(reading).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        got.ShouldBe(Readers);

        async Task ReadAsync(ISourceStream<int> stream, bool isBlocking)
        {
            await using (stream)
            {
                await foreach (var number in stream.ReadEventsAsync())
                {
                    if (isBlocking)
                        blocked.Wait(TimeSpan.FromSeconds(60), CancellationToken.None);
                    Interlocked.Add(ref got, number);
                    return;
                }
            }
        }
    }

    private static void Write(List<int> events, int number, int capacity, TopicBufferFullMode mode)
    {
        if (events.Count == capacity && mode == TopicBufferFullMode.DropWrite)
            return;
        if (events.Count == capacity)
            events.RemoveAt(mode == TopicBufferFullMode.DropOldest ? 0 : capacity - 1);
        events.Add(number);
    }
}
