using System.Text.RegularExpressions;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Compatibility.GraphQl;
using Oms.Graph.Compatibility;
using Oms.Graph.Tests.House;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>docs/compatibility.md has the rules as they are. Where it has not, what it should be is written beside it, as compatibility.received.md.</summary>
public sealed partial class RuleTableTests
{
    private static readonly string Docs = Path.Combine(Checkout.Folder, "docs");

    [Fact]
    public void The_table_in_the_documentation_is_written_of_the_rules()
    {
        var text = File.ReadAllText(Path.Combine(Docs, "compatibility.md"));
        var expected = Section().Replace(text, m => $"{m.Groups[1].Value}\n\n{TableOf(m.Groups[2].Value)}\n{m.Groups[3].Value}");
        if (text != expected)
            File.WriteAllText(Path.Combine(Docs, "compatibility.received.md"), expected);
        text.ShouldBe(expected, "docs/compatibility.received.md is what it should be");
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own_a_sentence_and_an_example()
    {
        GraphQlRules.All.Select(r => r.Id).ShouldBeUnique();
        GraphQlRules.All.ShouldAllBe(r => r.Sentence.EndsWith('.') && r.Example.Length > 0);
    }

    private static string TableOf(string name) => name switch
    {
        "GraphQL clients" => RuleTable.Markdown(GraphQlRules.All),
        "the ontology" => RuleTable.Markdown(ElementRules.All),
        _ => throw new InvalidOperationException($"docs/compatibility.md has a table of the rules of '{name}', which there are none of"),
    };

    [GeneratedRegex("(<!-- rules of ([^>]+) -->).*?(<!-- end -->)", RegexOptions.Singleline)]
    private static partial Regex Section();
}
