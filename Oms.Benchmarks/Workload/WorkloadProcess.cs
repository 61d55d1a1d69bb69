using System.Diagnostics;
using System.Globalization;
using Oms.Graph.Tests.Door;

namespace Oms.Benchmarks.Workload;

/// <summary>A server of the common workload in a process of its own, held to one core.</summary>
internal sealed class WorkloadProcess : IAsyncDisposable
{
    private readonly Process process;

    private WorkloadProcess(Process process, string url)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(100) };
    }

    /// <summary>Its processor time so far, in seconds.</summary>
    public double CpuSeconds => ProcessCpu.SecondsOf(process.Id);

    /// <summary>Its process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Its memory in use, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Reaches it.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts one on a core and waits until it answers.</summary>
    public static async Task<WorkloadProcess> StartAsync(int core)
    {
        var url = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        var start = new ProcessStartInfo("taskset", ["-c", core.ToString(CultureInfo.InvariantCulture), "dotnet", typeof(WorkloadProcess).Assembly.Location, "serve", "--urls", url, "--baselines"])
        {
            RedirectStandardOutput = true,
        };
        var server = new WorkloadProcess(Process.Start(start)!, url);
        // Its first line says that it serves; taskset itself becomes the server, so the process id is the server's.
        if (await server.process.StandardOutput.ReadLineAsync() is not null)
            return server;
        await server.DisposeAsync();
        throw new InvalidOperationException("the server did not start");
    }

    /// <summary>What it has allocated so far, in bytes.</summary>
    public async Task<long> AllocatedAsync() => long.Parse(await Client.GetStringAsync("/allocated"), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Client.Dispose();
    }
}
