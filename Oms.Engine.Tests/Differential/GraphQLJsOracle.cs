using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Oms.Engine.Tests.Differential;

/// <summary>One node process with graphql-js in it, asked a line at a time. Its packages are restored beside the test assembly once.</summary>
public sealed class GraphQLJsOracle : IDisposable
{
    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = 512 };
    private static readonly TimeSpan RestoreTimeout = TimeSpan.FromMinutes(3);

    private readonly Lazy<Process> _node = new(Start);

    public JsonElement Ask(JsonObject question)
    {
        var node = _node.Value;
        node.StandardInput.WriteLine(question.ToJsonString());
        node.StandardInput.Flush();
        var answer = node.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The oracle ended: " + node.StandardError.ReadToEnd());
        var element = JsonDocument.Parse(answer, DeepJson).RootElement;
        if (element.TryGetProperty("failure", out var failure))
            throw new InvalidOperationException($"The oracle failed on {question.ToJsonString()}: {failure}");
        return element;
    }

    public void Dispose()
    {
        if (!_node.IsValueCreated)
            return;
        _node.Value.StandardInput.Close();
        if (!_node.Value.WaitForExit(5000))
            _node.Value.Kill();
        _node.Value.Dispose();
    }

    private static Process Start()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Differential", "oracle");
        Restore(folder);
        return Run("node", ["--stack-size=4000", "oracle.mjs"], folder);
    }

    // The lock file is copied as it is, so equal contents mean that what was restored is what is asked for.
    private static void Restore(string folder)
    {
        var wanted = File.ReadAllText(Path.Combine(folder, "package-lock.json"));
        var restored = Path.Combine(folder, "node_modules", ".restored");
        if (File.Exists(restored) && File.ReadAllText(restored) == wanted)
            return;
        using var npm = Run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder);
        npm.StandardInput.Close();
        var errors = npm.StandardError.ReadToEndAsync();
        var output = npm.StandardOutput.ReadToEndAsync();
        if (!npm.WaitForExit(RestoreTimeout) || npm.ExitCode != 0)
        {
            if (!npm.HasExited)
                npm.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"npm ci could not restore graphql-js into {folder}: {errors.Result}{output.Result}");
        }

        File.WriteAllText(restored, wanted);
    }

    private static Process Run(string command, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = command == "npm",
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"The differential tests compare the engine with graphql-js and need Node.js 20 with npm: \"{command}\" cannot be started ({e.Message}).", e);
        }
    }
}
