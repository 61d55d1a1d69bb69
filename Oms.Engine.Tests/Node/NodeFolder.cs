using System.ComponentModel;
using System.Diagnostics;

namespace Oms.Engine.Tests.Node;

/// <summary>A folder of scripts for Node beside the test assembly; its packages are restored there once.</summary>
internal sealed class NodeFolder(params string[] path)
{
    private static readonly TimeSpan RestoreTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RunTimeout = TimeSpan.FromMinutes(1);

    private readonly string _folder = Path.Combine([AppContext.BaseDirectory, .. path]);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="arguments">The script and what it is given.</param>
    /// <returns>The lines it wrote.</returns>
    public async Task<string[]> RunAsync(params string[] arguments)
    {
        await RestoreAsync();
        return (await RunAsync("node", arguments, RunTimeout)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // The lock file is copied as it is, so equal contents mean that what was restored is what is asked for.
    private async Task RestoreAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(_folder, "package-lock.json"));
        var restored = Path.Combine(_folder, "node_modules", ".restored");
        if (File.Exists(restored) && await File.ReadAllTextAsync(restored) == wanted)
            return;
        await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], RestoreTimeout);
        await File.WriteAllTextAsync(restored, wanted);
    }

    private async Task<string> RunAsync(string command, string[] arguments, TimeSpan timeout)
    {
        using var process = Start(command, arguments);
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

    private Process Start(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"This test needs Node.js 20 with npm: \"{command}\" cannot be started ({e.Message}).", e);
        }
    }
}
