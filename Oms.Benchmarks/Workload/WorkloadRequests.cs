using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Execution;

namespace Oms.Benchmarks.Workload;

/// <summary>The requests of the common workload.</summary>
internal static class WorkloadRequests
{
    /// <summary>The names of those that are one fixed request.</summary>
    public static IReadOnlyList<string> Names { get; } = ["q1", "q2", "q3", "q4", "q5", "q6"];

    /// <summary>The body of one.</summary>
    public static byte[] BodyOf(string name) => File.ReadAllBytes(Path.Combine(WorkloadGraph.Folder, name + ".json"));

    /// <summary>Executes one without HTTP.</summary>
    public static async ValueTask<IExecutionResult> ExecuteAsync(IServiceProvider services, string name)
    {
        var body = JsonDocument.Parse(BodyOf(name)).RootElement;
        return await services.GetRequiredService<IRequestExecutor>().ExecuteAsync(new OperationRequest
        {
            Document = System.Text.Encoding.UTF8.GetBytes(body.GetProperty("query").GetString()!),
            Variables = body.TryGetProperty("variables", out var variables) ? System.Text.Encoding.UTF8.GetBytes(variables.GetRawText()) : default,
            Services = services,
        });
    }

    /// <summary>The length and SHA-256 that the compact response of a request must have.</summary>
    public static (int Length, string Hash) ExpectedOf(string name)
    {
        var line = File.ReadLines(Path.Combine(WorkloadGraph.Folder, "expected.txt")).Single(l => l.StartsWith(name + " ", StringComparison.Ordinal)).Split(' ');
        return (int.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture), line[2]);
    }
}
