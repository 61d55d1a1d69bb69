using System.Collections.Immutable;
using System.Text;
using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;

namespace Oms.Graph.Compatibility;

/// <summary>The table of rules in docs/compatibility.md, written of the rules themselves.</summary>
internal static class RuleTable
{
    internal static string Markdown(ImmutableArray<Rule> rules)
    {
        var table = new StringBuilder("| rule | at worst | what it finds | example |\n|---|---|---|---|\n");
        foreach (var rule in rules)
            table.Append($"| `{rule.Id}` | {ReportWords.Title(rule.Worst).ToLowerInvariant()} | {Cell(rule.Sentence)} | {Code(rule.Example)} |\n");
        return table.ToString();
    }

    internal static string Markdown(ImmutableArray<ElementRule> rules)
    {
        var table = new StringBuilder("| rule | severity | GraphQL | OpenAPI | index | actions | SDK | what it finds | example |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var rule in rules)
        {
            var verdicts = Enum.GetValues<ConsumerPlane>().Select(p => rule.VerdictFor(p) is { } verdict ? ReportWords.Title(verdict).ToLowerInvariant() : "-");
            table.Append($"| `{rule.Id}` | {rule.Severity.ToString().ToLowerInvariant()} | {string.Join(" | ", verdicts)} | {Cell(rule.Sentence)} | {Cell(rule.Example)} |\n");
        }

        return table.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Code(string text) => $"`{Cell(text)}`";
}
