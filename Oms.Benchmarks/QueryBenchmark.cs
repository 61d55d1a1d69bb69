using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Oms.Graph.Tests.Door;

namespace Oms.Benchmarks;

/// <summary>Measures a page of types with all their properties against the same bytes from memory, rounds interleaved.</summary>
internal sealed class QueryBenchmark : IBenchmark
{
    private const int Connections = 8;

    private const string Document = """
        query Types($n: Int!) {
          ontology { objectTypes(first: $n) { nodes {
            id stableId name displayName description status
            properties { id name displayName status isRequired isIndexed type { text } }
          } } }
        }
        """;

    /// <inheritdoc/>
    public string Name => "query";

    /// <inheritdoc/>
    public string Question => "50 types with all properties over HTTP: what does it cost beside a bare endpoint that returns the same bytes?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        await using var server = await ServerProcess.StartAsync("schemaorg");
        var token = await server.TokenAsync("viewer");
        var body = JsonSerializer.Serialize(new { query = Document, variables = new { n = 50 } });
        var answer = await AnswerOf(server.Client, body, token);
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, answer);
        var port = ServerProcess.FreePort();
        using var bare = Process.Start(new ProcessStartInfo("dotnet", [typeof(QueryBenchmark).Assembly.Location, "bare", $"http://127.0.0.1:{port}", file]))!;
        try
        {
            using var bareClient = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await WaitAsync(bareClient);
            return await CompareAsync(options, server, bareClient, bare.Id, body, token, answer.Length);
        }
        finally
        {
            bare.Kill();
            await bare.WaitForExitAsync();
            File.Delete(file);
        }
    }

    private static async Task<IReadOnlyList<Figure>> CompareAsync(
        BenchmarkOptions options, ServerProcess server, HttpClient bareClient, int bareId, string body, string token, int length)
    {
        var (rounds, seconds) = options.Quick ? (2, 1.0) : (7, 4.0);
        List<Round> graph = [], bare = [];
        await RoundAsync(server.Client, server.ProcessId, body, token, seconds);
        await RoundAsync(bareClient, bareId, body, token, seconds);
        for (var i = 0; i < rounds; i++)
        {
            graph.Add(await RoundAsync(server.Client, server.ProcessId, body, token, seconds));
            bare.Add(await RoundAsync(bareClient, bareId, body, token, seconds));
        }

        return
        [
            Figure.Once("answer", "bytes", length),
            Figure.Median("graph: server CPU per request", "µs", [.. graph.Select(r => r.CpuMicroseconds)]),
            Figure.Median("bare: server CPU per request", "µs", [.. bare.Select(r => r.CpuMicroseconds)]),
            Figure.Median("graph to bare, CPU per request", "x", [.. graph.Zip(bare, (g, b) => g.CpuMicroseconds / b.CpuMicroseconds)]),
            Figure.Median("graph: requests a second", "/s", [.. graph.Select(r => r.PerSecond)]),
            Figure.Median("bare: requests a second", "/s", [.. bare.Select(r => r.PerSecond)]),
        ];
    }

    private static async Task<Round> RoundAsync(HttpClient client, int processId, string body, string token, double seconds)
    {
        var until = Stopwatch.StartNew();
        var cpu = ProcessCpu.SecondsOf(processId);
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var count = 0;
            while (until.Elapsed.TotalSeconds < seconds)
            {
                await AnswerOf(client, body, token);
                count++;
            }

            return count;
        }));
        var total = counts.Sum();
        return new Round((ProcessCpu.SecondsOf(processId) - cpu) / total * 1e6, total / until.Elapsed.TotalSeconds);
    }

    private static async Task<byte[]> AnswerOf(HttpClient client, string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode && !bytes.AsSpan().StartsWith("{\"errors\""u8)
            ? bytes
            : throw new InvalidOperationException($"{response.StatusCode}: {Encoding.UTF8.GetString(bytes)}");
    }

    private static async Task WaitAsync(HttpClient client)
    {
        for (var i = 0; i < 200; i++)
        {
            try
            {
                await client.GetAsync("/health/ready");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }

        throw new TimeoutException("the bare server did not start");
    }

    private sealed record Round(double CpuMicroseconds, double PerSecond);
}
