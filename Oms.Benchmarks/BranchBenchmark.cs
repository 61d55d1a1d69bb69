using System.Diagnostics;

namespace Oms.Benchmarks;

/// <summary>Measures the making of branches on a small and a large ontology, and among few and many branches, rounds interleaved.</summary>
internal sealed class BranchBenchmark : IBenchmark
{
    private const string Create = "mutation ($name: String!) { createBranch(input: { name: $name }) { errors { ... on Error { code message } } } }";

    /// <inheritdoc/>
    public string Name => "branch";

    /// <inheritdoc/>
    public string Question => "How long does making a branch take, and does it depend on the ontology's size or on how many branches there are?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        await using var small = await SeededServer.StartAsync(1_000);
        await using var large = await SeededServer.StartAsync(options.Quick ? 10_000 : 100_000);
        List<double> onSmall = [], onLarge = [];
        var (warm, rounds) = options.Quick ? (10, 20) : (50, 300);
        for (var i = -warm; i < rounds; i++)
        {
            var (a, b) = (await CreateAsync(small, i), await CreateAsync(large, i));
            if (i < 0)
                continue;
            onSmall.Add(a);
            onLarge.Add(b);
        }

        await using var few = await ManyBranches.MakeAsync(10);
        await using var many = await ManyBranches.MakeAsync(10_000);
        List<double> amongFew = [], amongMany = [];
        for (var i = -warm; i < rounds; i++)
        {
            var (a, b) = (await few.CreateAsync(), await many.CreateAsync());
            if (i < 0)
                continue;
            amongFew.Add(a);
            amongMany.Add(b);
        }

        return
        [
            Figure.Once($"{small.Members:N0} members: median", "ms", Figure.MedianOf(onSmall)),
            Figure.Once($"{large.Members:N0} members: median", "ms", Figure.MedianOf(onLarge)),
            Figure.Once($"{large.Members:N0} members: 95th percentile", "ms", Figure.Percentile(onLarge, 0.95)),
            Figure.Once("large to small, medians", "x", Figure.MedianOf(onLarge) / Figure.MedianOf(onSmall)),
            Figure.Once("decision and durable write among 10 branches: median", "ms", Figure.MedianOf(amongFew)),
            Figure.Once("decision and durable write among 10,000 branches: median", "ms", Figure.MedianOf(amongMany)),
            Figure.Once("decision and durable write among 10,000 branches: 95th percentile", "ms", Figure.Percentile(amongMany, 0.95)),
            Figure.Once("10,000 to 10 branches, medians", "x", Figure.MedianOf(amongMany) / Figure.MedianOf(amongFew)),
        ];
    }

    private static async Task<double> CreateAsync(SeededServer server, int round)
    {
        var watch = Stopwatch.StartNew();
        await server.MutateAsync("createBranch", Create, new { name = round < 0 ? $"warm/b{-round}" : $"bench/b{round}" });
        return watch.Elapsed.TotalMilliseconds;
    }
}
