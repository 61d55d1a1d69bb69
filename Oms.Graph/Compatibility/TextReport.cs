namespace Oms.Graph.Compatibility;

/// <summary>A report for a terminal: a line for each finding, worst first.</summary>
internal static class TextReport
{
    internal static void Write(CompatibilityReport report, TextWriter output)
    {
        // What holds for several planes in the same words is said once.
        foreach (var group in report.WorstFirst.GroupBy(f => (f.Criticality, f.Rule, f.Path, f.Message)))
            output.WriteLine(
                $"{ReportWords.Of(group.Key.Criticality),-12}  {group.Key.Message.TrimEnd('.')}.  [{group.Key.Rule}, {string.Join(", ", group.Select(f => ReportWords.Of(f.Plane)))}]");
        foreach (var one in report.LetPass)
            output.WriteLine($"{"let pass",-12}  {(one.Line is { } line ? $"line {line}: " : string.Empty)}{one.Subject}: {one.Reason}");
        output.WriteLine(Sum(report));
    }

    internal static string Sum(CompatibilityReport report) => report.Findings.IsEmpty
        ? "no change"
        : string.Join(", ", ReportWords.Verdicts.Select(c => $"{report.CountOf(c)} {ReportWords.Title(c).ToLowerInvariant()}"));
}
