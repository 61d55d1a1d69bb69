using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Ontology.Naming;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Ontology;

public class NamingConventionTests
{
    [Theory]
    [InlineData("Person", null, null)]
    [InlineData("HTTPServer", null, null)]
    [InlineData("person", "pattern", "Person")]
    [InlineData("sales_order", "no_underscores", "SalesOrder")]
    [InlineData("TestOrder", "forbidden_prefix", "Order")]
    [InlineData("Testimonial", null, null)]
    [InlineData("Ab", "min_length", null)]
    public void Object_types(string name, string? rule, string? suggestion) => Findings(Type(name), rule, suggestion);

    [Theory]
    [InlineData("worksForLink", null, null)]
    [InlineData("worksFor", "required_suffix", "worksForLink")]
    public void Link_types(string name, string? rule, string? suggestion) =>
        Findings(new LinkType { Name = name, From = new LinkEnd { Name = "employer" } }, rule, suggestion);

    [Theory]
    [InlineData("INamed", null, null)]
    [InlineData("Named", "required_prefix", "INamed")]
    [InlineData("Identified", "required_prefix", "IIdentified")]
    public void Interfaces(string name, string? rule, string? suggestion) => Findings(new Interface { Name = name }, rule, suggestion);

    [Theory]
    [InlineData("createOrder", null, null)]
    [InlineData("shipOrder", "required_prefix", null)]
    public void Action_types(string name, string? rule, string? suggestion) => Findings(new ActionType { Name = name }, rule, suggestion);

    [Theory]
    [InlineData("id", null, null)]
    [InlineData("firstName", null, null)]
    [InlineData("FirstName", "pattern", "firstName")]
    [InlineData("HTTP_url", "no_underscores", "httpURL")]
    [InlineData("class", "reserved_word", null)]
    public void Properties(string name, string? rule, string? suggestion)
    {
        var finding = Findings(Type("Person", Text("fine"), Text(name)), rule, suggestion);

        if (rule is not null)
            string.Join('.', finding!.Path).ShouldBe("properties.1.name");
    }

    [Fact]
    public void Findings_come_with_an_edit_and_refuse_nothing()
    {
        var edit = Snapshot.Empty.Edit(Create(Type("person", Text("Name"))));

        edit.Findings.Select(f => (f.RuleId, f.Suggestion)).ShouldBe([("pattern", "Person"), ("pattern", "name")]);
        edit.After.After(new RenameElement(Ref("person"), edit.Findings[0].Suggestion!)).Named<ObjectType>("Person").ShouldNotBeNull();
    }

    private static LintFinding? Findings(Element element, string? rule, string? suggestion)
    {
        var findings = NamingConvention.Standard.Check(element).ToList();
        findings.Select(f => (f.RuleId, f.Suggestion)).ShouldBe(rule is null ? [] : [(rule, suggestion)]);
        return findings.FirstOrDefault();
    }
}
