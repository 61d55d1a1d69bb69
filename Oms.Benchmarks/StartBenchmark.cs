using System.Diagnostics;
using System.Text.Json;
using Oms.Graph.Tests.Door;

namespace Oms.Benchmarks;

/// <summary>Measures the start up to the first answer.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "start";

    /// <inheritdoc/>
    public string Question => "How long from the start of the process to its first answered query?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        List<double> first = [], again = [];
        for (var i = 0; i < (options.Quick ? 1 : 5); i++)
        {
            var data = Directory.CreateTempSubdirectory("oms-").FullName;
            var token = await ServerProcess.TokenAsync(data, "viewer", "bench");
            first.Add(await StartAsync(data, token, keep: true));
            again.Add(await StartAsync(data, token, keep: false));
        }

        return
        [
            Figure.Median("first start, the sample imported", "s", first),
            Figure.Median("later start, the sample loaded", "s", again),
        ];
    }

    private static async Task<double> StartAsync(string data, string token, bool keep)
    {
        var watch = Stopwatch.StartNew();
        var server = await ServerProcess.StartAsync("schemaorg", data);
        var answer = await server.QueryAsync(token, "{ ontology { objectType(name: \"Person\") { name properties { name } } } }");
        var seconds = watch.Elapsed.TotalSeconds;
        if (answer.GetProperty("data").GetProperty("ontology").GetProperty("objectType").ValueKind != JsonValueKind.Object)
            throw new InvalidOperationException(answer.GetRawText());
        if (keep)
            await server.KillAsync();
        else
            await server.DisposeAsync();
        return seconds;
    }
}
