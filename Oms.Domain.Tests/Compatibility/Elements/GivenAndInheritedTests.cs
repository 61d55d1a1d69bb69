using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Compatibility.Elements;

/// <summary>What has to be given, what comes by inheritance, and what turns up where it was not before.</summary>
public sealed class GivenAndInheritedTests
{
    private static readonly ElementId A = ElementId.Trusted("ot-a");
    private static readonly ElementId B = ElementId.Trusted("ot-b");
    private static readonly ElementId C = ElementId.Trusted("ot-c");

    [Theory]
    [InlineData("REQUIRED_WITH_DEFAULT", "REQUIRED", "PROPERTY_BECAME_REQUIRED")]
    [InlineData("OPTIONAL_WITH_DEFAULT", "REQUIRED", "PROPERTY_BECAME_REQUIRED")]
    [InlineData("OPTIONAL", "REQUIRED", "PROPERTY_BECAME_REQUIRED")]
    [InlineData("OPTIONAL", "REQUIRED_WITH_DEFAULT", "PROPERTY_BECAME_REQUIRED_WITH_DEFAULT PROPERTY_DEFAULT_CHANGED")]
    [InlineData("OPTIONAL_WITH_DEFAULT", "REQUIRED_WITH_DEFAULT", "PROPERTY_BECAME_REQUIRED_WITH_DEFAULT")]
    [InlineData("REQUIRED", "REQUIRED_WITH_DEFAULT", "PROPERTY_DEFAULT_CHANGED")]
    [InlineData("REQUIRED_WITH_DEFAULT", "OPTIONAL", "PROPERTY_BECAME_OPTIONAL PROPERTY_DEFAULT_CHANGED")]
    [InlineData("REQUIRED", "OPTIONAL", "PROPERTY_BECAME_OPTIONAL")]
    public void What_has_to_be_given_is_required_and_has_no_default(string before, string after, string rules) =>
        Found([Type(A, Property(before))], [Type(A, Property(after))]).Select(f => f.Rule).Distinct().ShouldBe(rules.Split(' '));

    [Fact]
    public void Taking_the_default_from_what_is_required_breaks_those_who_give_values_and_nobody_else()
    {
        var verdicts = Found([Type(A, Property("REQUIRED_WITH_DEFAULT"))], [Type(A, Property("REQUIRED"))]);
        verdicts.Where(f => f.Criticality == Criticality.Breaking).Select(f => f.Plane).ShouldBe([ConsumerPlane.OpenApi, ConsumerPlane.Actions]);
        verdicts[0].Message.ShouldBe("The property A.p has to be given: its default 1 is gone");
        Found([Action("REQUIRED_WITH_DEFAULT")], [Action("REQUIRED")]).ShouldAllBe(f => f.Rule == "PARAMETER_BECAME_REQUIRED" && f.Criticality == Criticality.Breaking);
        Found([Action("OPTIONAL")], [Action("REQUIRED_WITH_DEFAULT")]).ShouldNotContain(f => f.Criticality == Criticality.Breaking);
    }

    [Fact]
    public void A_required_property_of_a_further_parent_is_told_like_one_of_its_own()
    {
        Element[] before = [Type(A), Type(B, Property("REQUIRED"))];
        Element[] after = [Type(A) with { Parents = [B] }, Type(B, Property("REQUIRED"))];
        Found(before, after).Where(f => f.Rule == "PROPERTY_REQUIRED_ADDED" && f.Criticality == Criticality.Breaking)
            .Select(f => (f.Path, f.Plane)).ShouldBe([("A.p", ConsumerPlane.OpenApi), ("A.p", ConsumerPlane.Actions)]);
        Found(before, [Type(A) with { Parents = [B] }, Type(B, Property("REQUIRED_WITH_DEFAULT"))]).ShouldNotContain(f => f.Rule == "PROPERTY_REQUIRED_ADDED");
    }

    [Fact]
    public void What_a_type_has_of_a_parent_already_is_told_at_the_parent_only()
    {
        Element[] before = [Type(A) with { Parents = [B] }, Type(B), Type(C)];
        Element[] after = [Type(A) with { Parents = [B, C] }, Type(B, Property("REQUIRED")), Type(C)];
        Found(before, after).Where(f => f.Rule == "PROPERTY_REQUIRED_ADDED").Select(f => f.Path).Distinct().ShouldBe(["B.p"]);
    }

    [Fact]
    public void A_new_link_asks_for_itself_of_types_that_were_there()
    {
        var link = new LinkType
        {
            Id = ElementId.Trusted("lt-l"), Name = "L",
            From = new LinkEnd { Id = MemberId.Trusted("m-from"), Name = "to", Type = A, IsRequired = true }, To = new LinkEnd { Id = MemberId.Trusted("m-to"), Type = B },
        };
        var found = Found([Type(A), Type(B)], [Type(A), Type(B), link]).Where(f => f.Rule == "LINK_END_BECAME_REQUIRED").ToList();
        found.ShouldAllBe(f => f.Path == "L.to" && f.Message == "Each A has to have a link L");
        found.Where(f => f.Criticality == Criticality.Breaking).Select(f => f.Plane).ShouldBe([ConsumerPlane.OpenApi, ConsumerPlane.Actions]);
        Found([Type(B)], [Type(A), Type(B), link]).ShouldNotContain(f => f.Rule == "LINK_END_BECAME_REQUIRED");
    }

    [Fact]
    public void A_new_type_turns_up_where_interfaces_and_types_that_were_there_are_asked_for()
    {
        var (i, j) = (new Interface { Id = ElementId.Trusted("if-i"), Name = "I" }, new Interface { Id = ElementId.Trusted("if-j"), Name = "J" });
        Element[] before = [Type(A), i];
        Told([.. before, Type(B) with { Parents = [A] }]).ShouldBe(["B inherits from A"]);
        Told([.. before, Type(B) with { Interfaces = [i.Id] }]).ShouldBe(["B implements I"]);
        Told([.. before, j with { Extends = [i.Id] }, Type(B) with { Interfaces = [j.Id] }]).ShouldBe(["B implements I"], "by an interface that is as new");
        Told([.. before, j, Type(C), Type(B) with { Parents = [C], Interfaces = [j.Id] }]).ShouldBeEmpty("nobody knows these yet");

        IEnumerable<string> Told(Element[] after) => Found(before, after).Where(f => f.Criticality == Criticality.Dangerous).Select(f => f.Message).Distinct();
    }

    private static List<Finding> Found(Element[] before, Element[] after) => [.. OntologyComparison.Compare(RuleExamples.Of(before), RuleExamples.Of(after))];

    private static ObjectType Type(ElementId id, params Property[] properties) => new() { Id = id, Name = id.Value[3..].ToUpperInvariant(), Properties = [.. properties] };

    private static Property Property(string given) => new()
    {
        Id = MemberId.Trusted("m-1"), Name = "p", Type = TypeRef.Data("integer"), IsRequired = given.StartsWith("REQUIRED", StringComparison.Ordinal), DefaultValue = Default(given),
    };

    private static ActionType Action(string given) => new()
    {
        Id = ElementId.Trusted("at-a"), Name = "act",
        Parameters =
        [
            new Parameter { Id = MemberId.Trusted("m-1"), Name = "p", Type = TypeRef.Data("integer"), IsRequired = given.StartsWith("REQUIRED", StringComparison.Ordinal), DefaultValue = Default(given) },
        ],
    };

    private static JsonLiteral? Default(string given) => given.EndsWith("DEFAULT", StringComparison.Ordinal) ? new JsonLiteral("1") : null;
}
