namespace Oms.Graph.Compatibility;

/// <summary>A report for a terminal: a line for each finding, worst first.</summary>
internal static class TextReport
{
    internal static void Write(CompatibilityReport report, TextWriter output)
    {
        foreach (var finding in report.WorstFirst)
            output.WriteLine($"{ReportWords.Of(finding.Criticality),-12}  {finding.Message}.  [{finding.Rule}, {ReportWords.Of(finding.Plane)}]");
        foreach (var one in report.LetPass)
            output.WriteLine($"{"let pass",-12}  {(one.Line is { } line ? $"line {line}: " : string.Empty)}{one.Subject}: {one.Reason}");
        output.WriteLine(Sum(report));
    }

    internal static string Sum(CompatibilityReport report) => report.Findings.IsEmpty
        ? "no change"
        : string.Join(", ", ReportWords.Verdicts.Select(c => $"{report.CountOf(c)} {ReportWords.Title(c).ToLowerInvariant()}"));
}
