using System.Collections.Concurrent;
using Oms.Engine.DataLoader;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.DataLoader;

public sealed class Loaders
{
    [Fact]
    public async Task Keys_beyond_the_largest_batch_make_another_batch()
    {
        var loader = new EchoLoader(new BatchDispatcher([]), new DataLoaderOptions { MaxBatchSize = 3 });

        var values = await loader.LoadAsync([1, 2, 3, 4, 5], TestContext.Current.CancellationToken);

        values.ShouldBe([1, 2, 3, 4, 5]);
        loader.Batches.ShouldAllBe(batch => batch.Length <= 3);
    }

    [Fact]
    public async Task Loading_many_times_in_a_row_does_not_grow_the_stack()
    {
        var dispatcher = new BatchDispatcher([]);
        var loader = new EchoLoader(dispatcher, null);

        var sum = await Task.Run(async () =>
        {
            dispatcher.BeginPass();
            var walk = WalkAsync(loader, 50_000);
            dispatcher.EndPass();
            return await walk;
        });

        sum.ShouldBe(50_000L * 49_999 / 2);
    }

    [Fact]
    public async Task Nothing_is_fetched_during_a_pass()
    {
        var dispatcher = new BatchDispatcher([]);
        var loader = new EchoLoader(dispatcher, null);

        dispatcher.BeginPass();
        var first = loader.LoadAsync(1, TestContext.Current.CancellationToken);
        var second = loader.LoadAsync(2, TestContext.Current.CancellationToken);
        loader.Batches.ShouldBeEmpty();
        dispatcher.EndPass();

        (await first + await second).ShouldBe(3);
        loader.Batches.ShouldHaveSingleItem().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_key_that_failed_is_loaded_again_when_asked_for_again()
    {
        var loader = new EchoLoader(new BatchDispatcher([]), null) { Fails = true };

        await Should.ThrowAsync<InvalidOperationException>(() => loader.LoadAsync(1, TestContext.Current.CancellationToken));
        loader.Fails = false;

        (await loader.LoadAsync(1, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task A_cache_loader_loads_each_key_once_until_it_is_removed()
    {
        var loader = new CountingLoader();

        await loader.LoadAsync([1, 1, 2], TestContext.Current.CancellationToken);
        loader.Loads.Order().ShouldBe([1, 2]);
        loader.RemoveCacheEntry(1);
        await loader.LoadAsync(1, TestContext.Current.CancellationToken);

        loader.Loads.Order().ShouldBe([1, 1, 2]);
    }

    private static async Task<long> WalkAsync(EchoLoader loader, int count)
    {
        long sum = 0;
        for (var i = 0; i < count; i++)
            sum += await loader.LoadAsync(i);
        return sum;
    }

    private sealed class EchoLoader(IBatchScheduler scheduler, DataLoaderOptions? options) : BatchDataLoader<int, int>(scheduler, options)
    {
        public ConcurrentQueue<int[]> Batches { get; } = new();

        public bool Fails { get; set; }

        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            Batches.Enqueue([.. keys]);
            return Fails
                ? throw new InvalidOperationException("no answer")
                : Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(k => k));
        }
    }

    private sealed class CountingLoader : CacheDataLoader<int, string>
    {
        public ConcurrentQueue<int> Loads { get; } = new();

        protected override Task<string?> LoadSingleAsync(int key, CancellationToken cancellationToken)
        {
            Loads.Enqueue(key);
            return Task.FromResult<string?>($"{key}");
        }
    }
}
