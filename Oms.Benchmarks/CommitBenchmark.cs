using System.Diagnostics;

namespace Oms.Benchmarks;

/// <summary>Measures the same small commit on ontologies of three sizes, rounds interleaved, each through the door and durable.</summary>
internal sealed class CommitBenchmark : IBenchmark
{
    private const string Rename = """
        mutation ($name: String!) { commit(input: { message: "bench", issues: ["OMS-1"], operations: [
          { updateProperty: { element: "ot-seed-3", member: "property7", description: [{ language: "en", text: $name }] } }
        ] }) { errors { ... on Error { code message } } } }
        """;

    /// <inheritdoc/>
    public string Name => "commit";

    /// <inheritdoc/>
    public string Question => "Does a commit take longer on a larger ontology (1k, 10k, 100k members)?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        await using var small = await SeededServer.StartAsync(1_000);
        await using var middle = await SeededServer.StartAsync(10_000);
        await using var large = await SeededServer.StartAsync(options.Quick ? 20_000 : 100_000);
        SeededServer[] servers = [small, middle, large];
        var times = servers.ToDictionary(s => s, _ => new List<double>());
        var (warm, rounds) = options.Quick ? (10, 20) : (100, 400);
        for (var i = -warm; i < rounds; i++)
            foreach (var server in servers)
            {
                var time = await CommitAsync(server, i);
                if (i >= 0)
                    times[server].Add(time);
            }

        return
        [
            .. servers.Select(s => Figure.Once($"{s.Members:N0} members: median", "ms", Figure.MedianOf(times[s]))),
            .. servers.Select(s => Figure.Once($"{s.Members:N0} members: 95th percentile", "ms", Figure.Percentile(times[s], 0.95))),
            Figure.Once($"{middle.Members:N0} to {small.Members:N0} members, medians", "x", Figure.MedianOf(times[middle]) / Figure.MedianOf(times[small])),
            Figure.Once($"{large.Members:N0} to {small.Members:N0} members, medians", "x", Figure.MedianOf(times[large]) / Figure.MedianOf(times[small])),
        ];
    }

    private static async Task<double> CommitAsync(SeededServer server, int round)
    {
        var watch = Stopwatch.StartNew();
        await server.MutateAsync("commit", Rename, new { name = $"round {round}" });
        return watch.Elapsed.TotalMilliseconds;
    }
}
