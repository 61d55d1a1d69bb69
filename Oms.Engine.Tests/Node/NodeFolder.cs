using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Oms.Engine.Tests.Node;

/// <summary>A folder of scripts for Node beside the test assembly; its packages are restored there once, whoever asks first.</summary>
internal sealed class NodeFolder(params string[] path)
{
    private static readonly TimeSpan RestoreTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RunTimeout = TimeSpan.FromMinutes(1);

    // One restore a folder: a second one beside it would take the packages away from under what the first has started.
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Restores = [];

    /// <summary>Where it is on the disk.</summary>
    public string FullPath { get; } = Path.Combine([AppContext.BaseDirectory, .. path]);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="arguments">The script and what it is given.</param>
    /// <returns>The lines it wrote.</returns>
    public async Task<string[]> RunAsync(params string[] arguments)
    {
        await RestoreAsync();
        return (await RunAsync("node", arguments, RunTimeout)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Starts a script that is asked a line at a time. Its standard error is this process's own.</summary>
    /// <param name="arguments">The script and what it is given.</param>
    public async Task<Process> StartAsync(params string[] arguments)
    {
        await RestoreAsync();
        return Start(new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true });
    }

    /// <summary>Restores the packages, if nobody has yet.</summary>
    public Task RestoreAsync() => Restores.GetOrAdd(FullPath, _ => new Lazy<Task>(RestoreOnceAsync)).Value;

    // The lock file is copied as it is, so equal contents mean that what was restored is what is asked for.
    private async Task RestoreOnceAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(FullPath, "package-lock.json"));
        var restored = Path.Combine(FullPath, "node_modules", ".restored");
        if (File.Exists(restored) && await File.ReadAllTextAsync(restored) == wanted)
            return;
        await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], RestoreTimeout);
        await File.WriteAllTextAsync(restored, wanted);
    }

    private async Task<string> RunAsync(string command, string[] arguments, TimeSpan timeout)
    {
        using var process = Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} {string.Join(' ', arguments)} was not done after {timeout}: {await output}{await errors}");
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await output}{await errors}");
    }

    private Process Start(ProcessStartInfo start)
    {
        start.WorkingDirectory = FullPath;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"This test needs Node.js 20 with npm (Debian packages nodejs and npm): \"{start.FileName}\" cannot be started ({e.Message}).", e);
        }
    }
}
