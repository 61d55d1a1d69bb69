using System.Text.Encodings.Web;
using System.Text.Json;

namespace Oms.Graph.Compatibility;

/// <summary>A report for programs, in the form that docs/compatibility.md describes.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(CompatibilityReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("base", report.Base);
        json.WriteString("head", report.Head);
        json.WriteString("verdict", ReportWords.Of(report.Verdict));
        json.WriteStartObject("counts");
        foreach (var criticality in ReportWords.Verdicts)
            json.WriteNumber(ReportWords.Of(criticality), report.CountOf(criticality));
        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Rule);
            json.WriteString("criticality", ReportWords.Of(finding.Criticality));
            json.WriteString("path", finding.Path);
            json.WriteString("message", finding.Message);
            json.WriteString("plane", ReportWords.Of(finding.Plane));
            if (finding.Element is { } element)
            {
                json.WriteString("element", element.Value);
                json.WriteString("fingerprint", finding.Fingerprint);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("letPass");
        foreach (var one in report.LetPass)
        {
            json.WriteStartObject();
            json.WriteString("subject", one.Subject);
            json.WriteString("reason", one.Reason);
            if (one.Line is { } line)
                json.WriteNumber("line", line);
            else
                json.WriteNull("line");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }
}
