using System.Diagnostics;
using System.Globalization;

namespace Oms.Benchmarks;

/// <summary>Measures the import command on schema.org 30.0: wall time and the greatest memory its process took.</summary>
internal sealed class ImportBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "import";

    /// <inheritdoc/>
    public string Question => "How long and how much memory does importing schema.org 30.0 take?";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        List<double> seconds = [], mebibytes = [];
        for (var i = 0; i < (options.Quick ? 1 : 5); i++)
        {
            var (time, memory) = await ImportAsync();
            seconds.Add(time);
            mebibytes.Add(memory);
        }

        return [Figure.Median("wall time, process start included", "s", seconds), Figure.Median("peak resident memory", "MiB", mebibytes)];
    }

    private static async Task<(double Seconds, double Mebibytes)> ImportAsync()
    {
        var data = Directory.CreateTempSubdirectory("oms-").FullName;
        var program = Path.Combine(AppContext.BaseDirectory, "Oms.Graph.dll");
        var file = Path.Combine(AppContext.BaseDirectory, "samples", "schemaorg", "schemaorg-30.0.nt.gz");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [program, "import", file, "--format", "schemaorg", "--branch", "main", "--issue", "OMS-1", "--message", "schema.org 30.0", "--data", data])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        double peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            await Task.Delay(5);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        await output;
        Directory.Delete(data, recursive: true);
        return process.ExitCode == 0 ? (seconds, peak) : throw new InvalidOperationException(await error);
    }

    private static double PeakOf(int processId)
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // The process ended between the question and the answer.
            return 0;
        }
    }
}
