namespace Oms.Graph.Compatibility;

/// <summary>The forms of a report.</summary>
internal static class ReportFormat
{
    /// <summary>Their names on the command line.</summary>
    internal static readonly string[] Names = ["text", "json", "markdown", "sarif"];

    /// <summary>Writes a report in one of them, in UTF-8.</summary>
    internal static void Write(CompatibilityReport report, string format, Stream output)
    {
        switch (format)
        {
            case "json":
                JsonReport.Write(report, output);
                return;
            case "sarif":
                SarifReport.Write(report, output);
                return;
        }

        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        if (format == "markdown")
            MarkdownReport.Write(report, writer);
        else
            TextReport.Write(report, writer);
    }
}
