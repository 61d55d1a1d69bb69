using System.Diagnostics;
using Oms.Graph.Tests.Door;

namespace Oms.Graph.Tests.Indexing;

/// <summary>Runs samples/funnel as people do.</summary>
internal static class FunnelSample
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Oms.Samples.Funnel.dll");

    /// <summary>Runs it to its end; its exit code, what it printed, and the index that it wrote.</summary>
    internal static async Task<(int Code, string Output, string[] Index)> RunAsync(ServerProcess server, string token, string branch, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [Program, "--server", $"http://127.0.0.1:{server.Port}", "--token", token, "--branch", branch, "--out", file, .. more])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await error, await File.ReadAllLinesAsync(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
