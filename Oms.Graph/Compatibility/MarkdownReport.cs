using Oms.Graph.CommandLine;

namespace Oms.Graph.Compatibility;

/// <summary>A report for a review: a list for each verdict, the safe changes folded.</summary>
internal static class MarkdownReport
{
    internal static void Write(CompatibilityReport report, TextWriter output)
    {
        output.WriteLine($"# {MarkdownText.Escaped(report.Base)} to {MarkdownText.Escaped(report.Head)}");
        output.WriteLine();
        output.WriteLine($"{char.ToUpperInvariant(TextReport.Sum(report)[0])}{TextReport.Sum(report)[1..]}.");
        foreach (var group in report.WorstFirst.GroupBy(f => f.Criticality))
        {
            output.WriteLine();
            output.WriteLine($"## {ReportWords.Title(group.Key)}");
            output.WriteLine();
            foreach (var finding in group.DistinctBy(f => (f.Rule, f.Path, f.Message)))
                output.WriteLine($"- {MarkdownText.Escaped(finding.Message.TrimEnd('.'))}. `{finding.Rule}`");
        }

        if (report.LetPass.IsEmpty)
            return;
        output.WriteLine();
        output.WriteLine("## Let pass");
        output.WriteLine();
        foreach (var one in report.LetPass)
            output.WriteLine($"- {MarkdownText.Escaped(one.Subject)}: {MarkdownText.Escaped(one.Reason)}");
    }
}
