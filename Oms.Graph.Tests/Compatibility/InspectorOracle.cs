using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>One node process with GraphQL Inspector in it, asked a line at a time. Its packages are restored beside the test assembly once.</summary>
public sealed class InspectorOracle : IDisposable
{
    private static readonly TimeSpan RestoreTimeout = TimeSpan.FromMinutes(5);

    private readonly Lazy<Process> node = new(Start);

    /// <summary>The folder that the packages are restored into.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Compatibility", "oracle");

    /// <summary>What Inspector says of a change: type, path and criticality.</summary>
    /// <param name="before">An object with the text or the file of the schema that clients know.</param>
    /// <param name="after">The same of the one they are to meet.</param>
    public IReadOnlyList<Verdict> Ask(object before, object after)
    {
        var process = node.Value;
        process.StandardInput.WriteLine(JsonSerializer.Serialize(new { before, after }));
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("GraphQL Inspector's process ended.");
        using var answer = JsonDocument.Parse(line);
        if (answer.RootElement.ValueKind == JsonValueKind.Object)
            throw new InvalidOperationException($"GraphQL Inspector failed: {answer.RootElement.GetProperty("failure").GetString()}");
        return [.. answer.RootElement.EnumerateArray().Select(c => new Verdict(c[0].GetString()!, c[1].GetString(), c[2].GetString()!))];
    }

    public void Dispose()
    {
        if (!node.IsValueCreated)
            return;
        node.Value.StandardInput.Close();
        if (!node.Value.WaitForExit(5000))
            node.Value.Kill();
        node.Value.Dispose();
    }

    private static Process Start()
    {
        Restore();
        return Run("node", ["inspector.mjs"]);
    }

    // The lock file is copied as it is, so equal contents mean that what was restored is what is asked for.
    private static void Restore()
    {
        var wanted = File.ReadAllText(Path.Combine(Folder, "package-lock.json"));
        var restored = Path.Combine(Folder, "node_modules", ".restored");
        if (File.Exists(restored) && File.ReadAllText(restored) == wanted)
            return;
        using var npm = Run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        npm.StandardInput.Close();
        var output = npm.StandardOutput.ReadToEndAsync();
        if (!npm.WaitForExit(RestoreTimeout) || npm.ExitCode != 0)
        {
            if (!npm.HasExited)
                npm.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"npm ci could not restore GraphQL Inspector into {Folder}: {output.Result}");
        }

        File.WriteAllText(restored, wanted);
    }

    private static Process Run(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"The compatibility tests compare verdicts with GraphQL Inspector and need Node.js 20 with npm (Debian packages nodejs and npm): \"{command}\" cannot be started ({e.Message}).", e);
        }
    }
}
