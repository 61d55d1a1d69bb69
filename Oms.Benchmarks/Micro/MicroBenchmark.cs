using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Oms.Benchmarks.Micro;

/// <summary>Measures the steps of a request alone, by BenchmarkDotNet in this process.</summary>
internal sealed class MicroBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "micro";

    /// <inheritdoc/>
    public string Question => "What do lexer, parser, validation, plan and execution each cost, in time and memory?";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Figure>> RunAsync(BenchmarkOptions options)
    {
        var job = (options.Quick ? Job.ShortRun : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "oms-micro")).WithOptions(ConfigOptions.DisableLogFile);
        var summary = BenchmarkRunner.Run<RequestSteps>(config);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success))
            throw new InvalidOperationException(string.Join('\n', summary.ValidationErrors.Select(e => e.Message).Append("A step could not be measured.")));
        return Task.FromResult<IReadOnlyList<Figure>>([.. summary.Reports.Where(r => Wanted(r, options)).SelectMany(FiguresOf)]);
    }

    private static bool Wanted(BenchmarkReport report, BenchmarkOptions options) =>
        options.Only.Count == 0 || options.Only.Contains((string)report.BenchmarkCase.Parameters["Document"]);

    private static IEnumerable<Figure> FiguresOf(BenchmarkReport report)
    {
        var name = $"{report.BenchmarkCase.Parameters["Document"]} {report.BenchmarkCase.Descriptor.WorkloadMethod.Name}";
        yield return new Figure(name, report.ResultStatistics!.Median / 1000, "us", [.. report.ResultStatistics.OriginalValues.Select(v => v / 1000)]);
        yield return Figure.Once($"{name}, allocated", "bytes", report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
