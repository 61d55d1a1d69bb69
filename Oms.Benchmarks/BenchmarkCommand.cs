using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Oms.Benchmarks;

/// <summary>The command line: <c>list</c>, or a benchmark's name, then <c>--quick</c>, <c>--json FILE</c> and <c>--only PART,PART</c>.</summary>
internal static class BenchmarkCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs what the arguments ask for; 0 done, 1 failed, 2 not understood.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<IBenchmark> all, string[] args)
    {
        var name = args.FirstOrDefault(a => !a.StartsWith('-'));
        var json = ValueOf(args, "--json");
        if (name is null or "list")
        {
            foreach (var benchmark in all)
                Console.WriteLine($"{benchmark.Name,-10} {benchmark.Question}");
            return name is null ? 2 : 0;
        }

        if (all.FirstOrDefault(b => b.Name == name) is not { } chosen)
        {
            Console.Error.WriteLine($"there is no benchmark '{name}'; 'list' shows them");
            return 2;
        }

        var options = new BenchmarkOptions(args.Contains("--quick"), ValueOf(args, "--only")?.Split(',') ?? []);
        var figures = await chosen.RunAsync(options);
        Print(chosen, options, figures);
        if (json is not null)
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(Report(chosen, options, figures), Indented) + "\n");
        return 0;
    }

    private static string? ValueOf(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static void Print(IBenchmark benchmark, BenchmarkOptions options, IReadOnlyList<Figure> figures)
    {
        Console.WriteLine($"{benchmark.Name}: {benchmark.Question}{(options.Quick ? " (quick run: not for quoting)" : "")}");
        foreach (var figure in figures)
            Console.WriteLine($"  {figure.Name,-52} {figure.Value.ToString("0.###", CultureInfo.InvariantCulture),12} {figure.Unit}{Spread(figure)}");
    }

    private static string Spread(Figure figure) => figure.Runs.Count < 2
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"   ({figure.Runs.Min():0.###} to {figure.Runs.Max():0.###} in {figure.Runs.Count} runs)");

    private static object Report(IBenchmark benchmark, BenchmarkOptions options, IReadOnlyList<Figure> figures) => new
    {
        benchmark.Name,
        benchmark.Question,
        options.Quick,
        Time = DateTimeOffset.UtcNow.ToString("u", CultureInfo.InvariantCulture),
        Machine = new { Cores = Environment.ProcessorCount, Runtime = RuntimeInformation.FrameworkDescription, System = RuntimeInformation.OSDescription },
        Figures = figures,
    };
}
