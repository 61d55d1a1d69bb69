using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.Extensions.Logging.Abstractions;
using Oms.Engine.Response;
using Oms.Graph.Authentication;
using Oms.Graph.Events;
using Oms.Graph.Registry;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Events;

public class LogFeedTests
{
    [Fact]
    public async Task A_reader_gets_what_is_new_and_nothing_old()
    {
        await using var log = await TestLog.StartAsync(new FeedOptions(), 3);
        var reader = log.Read(null);

        var next = reader.MoveNextAsync();
        await log.UntilReadersAsync(1);
        log.Append(1);

        (await next).ShouldBeTrue();
        reader.Current.LastSequence.ShouldBe(4);
    }

    [Fact]
    public async Task A_reader_that_comes_back_gets_each_entry_once_and_in_order()
    {
        await using var log = await TestLog.StartAsync(new FeedOptions { BatchSize = 7 }, 50);
        var reader = log.Read(10);
        var seen = new List<long>();

        for (var i = 0; i < 60; i++)
        {
            if (i == 5)
                log.Append(20);
            (await reader.MoveNextAsync()).ShouldBeTrue();
            seen.Add(reader.Current.LastSequence);
        }

        seen.ShouldBe(Enumerable.Range(11, 60).Select(i => (long)i));
    }

    [Fact]
    public async Task Who_is_too_slow_gets_what_was_kept_then_word_of_the_gap_then_what_is_new()
    {
        await using var log = await TestLog.StartAsync(new FeedOptions { MaxBuffered = 4 }, 0);
        var reader = log.Read(null);
        var first = reader.MoveNextAsync();
        await log.UntilReadersAsync(1);
        log.Append(1);
        await first;

        log.Append(10);
        await log.UntilReadersAsync(0);
        var seen = new List<FeedItem<TestEntry>>();
        for (var i = 0; i < 5; i++)
        {
            await reader.MoveNextAsync();
            seen.Add(reader.Current);
        }

        seen.Take(4).Select(i => i.LastSequence).ShouldBe([2, 3, 4, 5]);
        seen[4].Entry.ShouldBeNull();
        seen[4].LastSequence.ShouldBe(11);
        seen[4].GapReason!.ShouldContain("4");
        var next = reader.MoveNextAsync();
        log.Append(1);
        await next;
        reader.Current.LastSequence.ShouldBe(12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    public async Task Who_was_away_too_long_or_names_a_number_to_come_is_told_to_resync(long after)
    {
        await using var log = await TestLog.StartAsync(new FeedOptions { MaxReplayed = 10 }, 50);
        var reader = log.Read(after);

        await reader.MoveNextAsync();

        reader.Current.Entry.ShouldBeNull();
        reader.Current.LastSequence.ShouldBe(50);
    }

    [Fact]
    public async Task A_slow_reader_holds_up_nobody()
    {
        await using var log = await TestLog.StartAsync(new FeedOptions { MaxBuffered = 2 }, 0);
        var slow = log.Read(null);
        var pending = slow.MoveNextAsync();
        var fast = log.Read(null);
        var next = fast.MoveNextAsync();
        await log.UntilReadersAsync(2);

        for (var i = 1; i <= 20; i++)
        {
            log.Append(1);
            await next;
            fast.Current.LastSequence.ShouldBe(i);
            next = fast.MoveNextAsync();
        }

        await pending;
        slow.Current.LastSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Who_leaves_is_forgotten()
    {
        await using var log = await TestLog.StartAsync(new FeedOptions(), 0);
        using var leave = new CancellationTokenSource();
        var reader = log.Feed.ReadAsync(null, leave.Token).GetAsyncEnumerator(leave.Token);
        var pending = reader.MoveNextAsync();
        await log.UntilReadersAsync(1);

        await leave.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await pending);
        log.Feed.SubscriberCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_ends_with_the_token_even_when_nothing_comes()
    {
        await using var log = await TestLog.StartAsync(new FeedOptions(), 0);
        var soon = DateTimeOffset.UtcNow.AddSeconds(2).ToUnixTimeSeconds();
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("exp", soon.ToString(System.Globalization.CultureInfo.InvariantCulture))]));

        var error = await Should.ThrowAsync<GraphQLException>(async () =>
        {
            await foreach (var item in log.Feed.ReadAsync(null, log.Cancel).WhileValid(user, TimeProvider.System, log.Cancel))
                item.Entry.ShouldBeNull();
        });

        error.Errors[0].Code.ShouldBe(ErrorCodes.NotAuthenticated);
        log.Feed.SubscriberCount.ShouldBe(0);
    }

    internal sealed record TestEntry(long Sequence);

    private sealed class TestFeed(Doorbell doorbell, FeedOptions options, Func<ImmutableArray<TestEntry>> entries)
        : LogFeed<TestEntry>(doorbell, options, TimeProvider.System, NullLogger.Instance)
    {
        protected override ValueTask<ImmutableArray<TestEntry>> ReadLogAsync(long after, int count, CancellationToken cancellationToken) =>
            new([.. entries().SkipWhile(e => e.Sequence <= after).Take(count)]);

        protected override ValueTask<long> GetLastAsync(CancellationToken cancellationToken) => new(entries().LastOrDefault()?.Sequence ?? 0);

        protected override long SequenceOf(TestEntry entry) => entry.Sequence;
    }

    private sealed class TestLog : IAsyncDisposable
    {
        private readonly Doorbell doorbell = new();
        private ImmutableArray<TestEntry> entries = [];

        private TestLog(FeedOptions options) => Feed = new TestFeed(doorbell, options, () => entries);

        public LogFeed<TestEntry> Feed { get; }

        public CancellationToken Cancel { get; } = TestContext.Current.CancellationToken;

        public static async Task<TestLog> StartAsync(FeedOptions options, int count)
        {
            var log = new TestLog(options);
            log.Append(count);
            await log.Feed.StartAsync(log.Cancel);
            return log;
        }

        // One at a time would let the feed read in between; an append is one commit.
        public void Append(int count)
        {
            entries = entries.AddRange(Enumerable.Range(entries.Length + 1, count).Select(i => new TestEntry(i)));
            doorbell.Ring();
        }

        public IAsyncEnumerator<FeedItem<TestEntry>> Read(long? after) => Feed.ReadAsync(after, Cancel).GetAsyncEnumerator(Cancel);

        public async Task UntilReadersAsync(int count)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(20));
            while (Feed.SubscriberCount != count)
                await Task.Delay(5, limit.Token);
        }

        public async ValueTask DisposeAsync() => await Feed.StopAsync(CancellationToken.None);
    }
}
