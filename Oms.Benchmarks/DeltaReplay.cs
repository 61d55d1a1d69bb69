using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Oms.Domain.Deltas;
using Oms.Domain.Import;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Graph.Import;
using Oms.Graph.Registry;

namespace Oms.Benchmarks;

/// <summary>
/// <c>delta-replay FILE... --format schemaorg|graphql [--json FILE]</c>: imports releases in their order, as an import commits them, and
/// weighs for each step what a client that has the release before is sent: everything, or the delta down to the members. Both are JSON and
/// neither is compressed. Every delta is applied to a copy, which has to come to the root hash of the release.
/// </summary>
internal static class DeltaReplay
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs it: 0 done, 1 a file was refused, 2 not understood.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var named = ValueOf(args, "--format") ?? "schemaorg";
        string?[] values = [ValueOf(args, "--format"), ValueOf(args, "--json")];
        var files = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal) && !values.Contains(a)).ToArray();
        if (files.Length < 2 || !Enum.TryParse<ImportFormat>(named, ignoreCase: true, out var format))
        {
            await Console.Error.WriteLineAsync("delta-replay FILE FILE... --format schemaorg|linkml|graphql [--json FILE]: two files or more");
            return 2;
        }

        var steps = Replay(files, format);
        if (steps is null)
            return 1;
        Print(steps);
        if (ValueOf(args, "--json") is { } json)
            await File.WriteAllTextAsync(json, JsonSerializer.Serialize(Report(steps), Indented) + "\n");
        return 0;
    }

    /// <summary>Each release as a version, as imports in this order make them; null, with the reasons told, where one is refused.</summary>
    internal static List<Snapshot>? ReadAll(string[] files, ImportFormat format)
    {
        var releases = new List<Snapshot>();
        foreach (var file in files)
        {
            if (Import(releases.LastOrDefault() ?? Snapshot.Empty, file, format) is not { } next)
                return null;
            releases.Add(next);
        }

        return releases;
    }

    private static List<DeltaStep>? Replay(string[] files, ImportFormat format)
    {
        var steps = new List<DeltaStep>();
        var (version, copy) = (Snapshot.Empty, OntologyCopy.Empty);
        foreach (var file in files)
        {
            var next = Import(version, file, format);
            if (next is null)
                return null;
            var full = DeltaWriter.Full(next);
            var delta = DeltaWriter.Delta(version, next);
            copy = copy.Apply(delta);
            if (version.Count > 0)
                steps.Add(new DeltaStep(Path.GetFileName(file), next.Count, full.Length, delta.Length));
            version = next;
        }

        return steps;
    }

    private static Snapshot? Import(Snapshot current, string file, ImportFormat format)
    {
        var read = VocabularyReader.Read(format, [ImportFile.OnDisk(file)], null, CancellationToken.None);
        if (!read.IsOk)
            return Refused(file, [.. read.Refusals.Select(r => r.Message)]);
        var operations = ImportPlanner.Plan(current, read.Value).Operations;
        var edit = Editor.Apply(current, operations, new UuidSource(TimeProvider.System));
        return edit.IsOk ? edit.Value.After : Refused(file, [.. edit.Refusals.Select(r => r.Message)]);
    }

    private static Snapshot? Refused(string file, ImmutableArray<string> reasons)
    {
        Console.Error.WriteLine($"{file} was refused: {string.Join(" ", reasons.Take(3))}");
        return null;
    }

    private static void Print(List<DeltaStep> steps)
    {
        foreach (var step in steps)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.To,-40} {step.Elements,6:N0} elements  full {step.FullBytes,11:N0}  delta {step.DeltaBytes,11:N0}  {step.Percent,7:0.00} %"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{steps.Count} steps: {ShareUpTo(steps, 10):0.0} % of them at most 10 %, median {Median(steps):0.00} %"));
    }

    private static object Report(List<DeltaStep> steps) => new
    {
        Measure = "bytes of JSON, not compressed on either side; the delta is down to members",
        Steps = steps,
        ShareUpToTenPercent = ShareUpTo(steps, 10),
        MedianPercent = Median(steps),
    };

    private static double ShareUpTo(List<DeltaStep> steps, double percent) => 100.0 * steps.Count(s => s.Percent <= percent) / steps.Count;

    private static double Median(List<DeltaStep> steps) => Figure.MedianOf([.. steps.Select(s => s.Percent)]);

    private static string? ValueOf(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
