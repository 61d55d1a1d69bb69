using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Oms.Benchmarks.Workload;

/// <summary>The load generator, Debian's <c>wrk</c>.</summary>
internal static partial class Wrk
{
    private const int Connections = 16;

    private static int nextDocument;

    /// <summary>Loads one address from one core and says how many requests were answered.</summary>
    /// <param name="core">The core.</param>
    /// <param name="url">The address.</param>
    /// <param name="load">What to send.</param>
    /// <param name="seconds">For how long.</param>
    public static async Task<WrkRun> RunAsync(int core, Uri url, WorkloadLoad load, int seconds)
    {
        // New documents stay new: no two runs use the same numbers.
        var first = load.Documents == 0 ? Interlocked.Add(ref nextDocument, 10_000_000) : 0;
        using var process = Start([
            "-c", Text(core), "wrk", "-t1", "-c" + Text(Connections), "-d" + Text(seconds) + "s", "-s", Path.Combine(AppContext.BaseDirectory, "Workload", "common.lua"), url.ToString(),
            "--", Path.Combine(WorkloadGraph.Folder, load.Body + ".json"), Text(load.Documents), Text(first),
        ]);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (Summary().Match(output) is not { Success: true } match)
            throw new InvalidOperationException(output);
        var run = new WrkRun(Number(match, 1), Number(match, 2) / 1e6, Number(match, 4) / 1e6);
        return Number(match, 3) == 0 ? run : throw new InvalidOperationException($"{load.Name}: {Number(match, 3)} of {run.Requests} failed\n{output}");
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("wrk and taskset are needed: apt-get install wrk util-linux", e);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"requests=(\d+) micros=(\d+) failed=(\d+) p99=(\d+)")]
    private static partial Regex Summary();
}
