using System.Collections.Immutable;
using System.Text;
using Oms.Domain.Compatibility;

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

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Code(string text) => $"`{Cell(text)}`";
}
