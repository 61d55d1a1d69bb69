using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Subscriptions;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Subscriptions;

/// <summary>Many subscribers of one topic, who share the answers to its events, while others come, go, and stop reading.</summary>
public sealed class Crowds
{
    private const int Staying = 2_000;
    private const int Slow = 20;
    private const int Events = 150;
    private const int BufferCapacity = 64;

    [Fact]
    public async Task Everybody_who_stays_is_sent_every_event_once_and_in_order()
    {
        await using var services = Services();
        var staying = await Task.WhenAll(Enumerable.Range(0, Staying).Select(_ => SubscribeAsync(services)));
        var slow = await Task.WhenAll(Enumerable.Range(0, Slow).Select(_ => SubscribeAsync(services)));
        using var over = new CancellationTokenSource();
        var passing = Enumerable.Range(0, 4).Select(_ => Task.Run(() => ComeAndGoAsync(services, over.Token), TestContext.Current.CancellationToken)).ToArray();
        var received = staying.Select(_ => new Count()).ToArray();
        var reading = staying.Zip(received, (stream, count) => Task.Run(() => ReadAsync(stream, count), TestContext.Current.CancellationToken)).ToArray();

        for (var i = 0; i < Events; i++)
        {
            await services.GetRequiredService<ITopicEventSender>().SendAsync("numbers", i);
            // Nobody who stays is further behind than a buffer holds, so that nothing may be dropped for them.
            var least = i - (BufferCapacity / 2);
            await Eventually.HoldsAsync(() => Array.TrueForAll(received, r => r.Value >= least));
        }

        await Eventually.HoldsAsync(() => Array.TrueForAll(received, r => r.Value == Events));
        await over.CancelAsync();
        (await Task.WhenAll(passing)).Sum().ShouldBeGreaterThan(0);
        await services.GetRequiredService<ITopicEventSender>().CompleteAsync("numbers");
        foreach (var numbers in await Task.WhenAll(reading))
            numbers.ShouldBe(Enumerable.Range(0, Events));
        foreach (var stream in slow)
            (await ReadAsync(stream, new Count())).ShouldBe(Enumerable.Range(Events - BufferCapacity, BufferCapacity));
        services.GetRequiredService<InMemoryTopics>().Count.ShouldBe(0);
    }

    // Leaves in the middle of an event as well, also where it is the one who writes the answer for all.
    private static async Task<int> ComeAndGoAsync(IServiceProvider services, CancellationToken over)
    {
        var times = 0;
        for (; !over.IsCancellationRequested; times++)
        {
            using var left = new CancellationTokenSource();
            await using var stream = await SubscribeAsync(services, left.Token);
            var reading = ReadAsync(stream, new Count());
            await Task.Delay(times % 5, CancellationToken.None);
            await left.CancelAsync();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return times;
    }

    private static async Task<List<int>> ReadAsync(ResponseStream stream, Count received)
    {
        var numbers = new List<int>();
        await foreach (var result in stream)
        {
            await using (result)
                numbers.Add(JsonDocument.Parse(result.ToJson()).RootElement.GetProperty("data").GetProperty("numbers").GetInt32());
            received.Value = numbers.Count;
        }

        return numbers;
    }

    private static async Task<ResponseStream> SubscribeAsync(IServiceProvider services, CancellationToken left = default) =>
        (await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(
            new OperationRequest { Document = "subscription { numbers }"u8.ToArray(), Services = services }, left)).ShouldBeOfType<ResponseStream>();

    private static ServiceProvider Services() => new ServiceCollection().AddGraphQLServer()
        .AddDocumentFromString("type Query { nothing: Int } type Subscription { numbers: Int! }")
        .AddTypeExtension(typeof(Numbers))
        .AddResolver("Query", "nothing", () => 0)
        .AddInMemorySubscriptions(o => o.TopicBufferCapacity = BufferCapacity)
        .Services.BuildServiceProvider();

    [ExtendObjectType("Subscription")]
    internal static class Numbers
    {
        // Asynchronous, so that whoever writes the answer may have left before it is there.
        [Subscribe]
        [Topic("numbers")]
        public static async Task<int> GetNumbers([EventMessage] int number, CancellationToken cancellationToken)
        {
            await Task.Delay(number % 3, cancellationToken);
            return number;
        }
    }

    private sealed class Count
    {
        private int count;

        public int Value
        {
            get => Volatile.Read(ref count);
            set => Volatile.Write(ref count, value);
        }
    }
}
