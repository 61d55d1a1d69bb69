namespace Oms.Graph.Compatibility;

/// <summary>A report for a review: a list for each verdict, the safe changes folded.</summary>
internal static class MarkdownReport
{
    internal static void Write(CompatibilityReport report, TextWriter output)
    {
        output.WriteLine($"# {Escaped(report.Base)} to {Escaped(report.Head)}");
        output.WriteLine();
        output.WriteLine($"{char.ToUpperInvariant(TextReport.Sum(report)[0])}{TextReport.Sum(report)[1..]}.");
        foreach (var group in report.WorstFirst.GroupBy(f => f.Criticality))
        {
            output.WriteLine();
            output.WriteLine($"## {ReportWords.Title(group.Key)}");
            output.WriteLine();
            foreach (var finding in group)
                output.WriteLine($"- {Escaped(finding.Message)}. `{finding.Rule}`");
        }

        if (report.LetPass.IsEmpty)
            return;
        output.WriteLine();
        output.WriteLine("## Let pass");
        output.WriteLine();
        foreach (var one in report.LetPass)
            output.WriteLine($"- {Escaped(one.Subject)}: {Escaped(one.Reason)}");
    }

    // Names of types may have underscores and what they are applied to asterisks or angle brackets.
    private static string Escaped(string text)
    {
        foreach (var sign in new[] { "\\", "_", "*", "<", "`", "[", "|" })
            text = text.Replace(sign, $"\\{sign}", StringComparison.Ordinal);
        return text.ReplaceLineEndings(" ");
    }
}
