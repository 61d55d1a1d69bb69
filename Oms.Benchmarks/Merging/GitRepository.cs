using System.Diagnostics;
using Oms.Domain.Ontology;

namespace Oms.Benchmarks.Merging;

/// <summary>A model as files in a git repository, a pretty-printed definition each, with a branch for each side.</summary>
internal sealed class GitRepository : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oms-git-").FullName;

    /// <summary>Makes it.</summary>
    internal static async Task<GitRepository> MakeAsync(Snapshot model, Snapshot ours, Snapshot theirs)
    {
        var repository = new GitRepository();
        await repository.RunAsync("init", "-q", "-b", "base");
        await repository.CommitAsync(model, "base");
        await repository.RunAsync("checkout", "-q", "-b", "ours");
        await repository.CommitAsync(ours, "ours");
        await repository.RunAsync("checkout", "-q", "-b", "theirs", "base");
        await repository.CommitAsync(theirs, "theirs");
        return repository;
    }

    /// <summary>Milliseconds of one <c>git merge-tree --write-tree</c>, its process start included; a textual conflict is no failure here.</summary>
    internal async Task<double> MergeTreeAsync()
    {
        var watch = Stopwatch.StartNew();
        await RunAsync("merge-tree", "--write-tree", "ours", "theirs");
        return watch.Elapsed.TotalMilliseconds;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task CommitAsync(Snapshot version, string message)
    {
        foreach (var entry in version.Map.Entries)
        {
            using var definition = System.Text.Json.JsonDocument.Parse(ElementJson.Write(version.Find(entry.Id)!));
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"{entry.Id}.json"),
                System.Text.Json.JsonSerializer.Serialize(definition.RootElement, Indented) + "\n");
        }

        await RunAsync("add", "-A");
        await RunAsync("-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "-q", "-m", message);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new() { WriteIndented = true };

    private async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        if (process.ExitCode != 0 && arguments[0] != "merge-tree")
            throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {await error}");
    }
}
