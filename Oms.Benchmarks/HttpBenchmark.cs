using System.Security.Cryptography;
using Oms.Benchmarks.Workload;

namespace Oms.Benchmarks;

/// <summary>
/// The common workload through a real Kestrel on one core, loaded by wrk from the other: the engine beside the same bytes from memory (bare) and
/// beside System.Text.Json writing the same object graph (ceiling). Rounds interleaved; processor time from <c>/proc</c>.
/// </summary>
internal sealed class HttpBenchmark : IBenchmark
{
    private const int ServerCore = 1;
    private const int LoadCore = 0;

    private static readonly string[] Kinds = ["engine", "ceiling", "bare"];

    /// <inheritdoc/>
    public string Name => "http";

    /// <inheritdoc/>
    public string Question => "What does GraphQL cost beside serialising the same objects by hand (ceiling), and beside HTTP alone (bare)?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        var servers = new Dictionary<string, WorkloadProcess>(StringComparer.Ordinal);
        try
        {
            foreach (var kind in Kinds)
                servers[kind] = await WorkloadProcess.StartAsync(ServerCore);
            foreach (var name in WorkloadRequests.Names.Where(n => n != "q4"))
                await CheckAsync(servers["engine"], name);
            var figures = new List<Figure>();
            foreach (var load in WorkloadLoad.All.Where(l => options.Only.Count == 0 || options.Only.Contains(l.Name)))
                figures.AddRange(await MeasureAsync(servers, load, options));
            return figures;
        }
        finally
        {
            foreach (var server in servers.Values)
                await server.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(Dictionary<string, WorkloadProcess> servers, WorkloadLoad load, BenchmarkOptions options)
    {
        var (warm, rounds, seconds) = options.Quick ? (3, 3, 2) : (8, 9, 4);
        var measured = Kinds.ToDictionary(k => k, _ => new List<Round>());
        foreach (var kind in Kinds)
            await RoundAsync(servers[kind], kind, load, warm);
        for (var i = 0; i < rounds; i++)
            foreach (var kind in Kinds)
                measured[kind].Add(await RoundAsync(servers[kind], kind, load, seconds));
        var (engine, ceiling, bare) = (measured["engine"], measured["ceiling"], measured["bare"]);
        // All loads take a quarter of an hour.
        Console.Error.WriteLine($"{load.Name} is measured");
        return
        [
            .. Kinds.Select(k => Figure.Median($"{load.Name} {k}: server CPU per request", "µs", [.. measured[k].Select(r => r.CpuMicroseconds)])),
            Figure.Median($"{load.Name} engine to ceiling, CPU per request", "x", [.. engine.Zip(ceiling, (e, c) => e.CpuMicroseconds / c.CpuMicroseconds)]),
            Figure.Median($"{load.Name} engine to bare, CPU per request", "x", [.. engine.Zip(bare, (e, b) => e.CpuMicroseconds / b.CpuMicroseconds)]),
            .. Kinds.Select(k => Figure.Median($"{load.Name} {k}: requests a second", "/s", [.. measured[k].Select(r => r.PerSecond)])),
            .. Kinds.Select(k => Figure.Median($"{load.Name} {k}: allocated per request", "KB", [.. measured[k].Select(r => r.AllocatedBytes / 1000)])),
            .. Kinds.Select(k => Figure.Median($"{load.Name} {k}: 99th percentile", "ms", [.. measured[k].Select(r => r.Percentile99 * 1000)])),
        ];
    }

    private static async Task<Round> RoundAsync(WorkloadProcess server, string kind, WorkloadLoad load, int seconds)
    {
        var path = kind == "engine" ? "/graphql" : $"/{kind}/{load.Body}";
        var (allocated, cpu) = (await server.AllocatedAsync(), server.CpuSeconds);
        var run = await Wrk.RunAsync(LoadCore, new Uri(server.Client.BaseAddress!, path), load, seconds);
        return new Round(
            (server.CpuSeconds - cpu) / run.Requests * 1e6, run.Requests / run.Seconds, (await server.AllocatedAsync() - allocated) / run.Requests, run.Percentile99);
    }

    // A server that answers something else is not measured.
    private static async Task CheckAsync(WorkloadProcess server, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(WorkloadRequests.BodyOf(name)) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await server.Client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        if ((bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))) != WorkloadRequests.ExpectedOf(name))
            throw new InvalidOperationException($"{name} is answered otherwise than expected");
    }

    private sealed record Round(double CpuMicroseconds, double PerSecond, double AllocatedBytes, double Percentile99);
}
