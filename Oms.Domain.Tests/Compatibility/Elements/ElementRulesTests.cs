using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Compatibility.Elements;

public sealed class ElementRulesTests
{
    public static TheoryData<string> Ids => [.. ElementRules.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_finds_its_example_and_nothing_where_nothing_changed_or_the_change_is_taken_back(string id)
    {
        var (old, now) = RuleExamples.All[id];
        var (before, after) = (RuleExamples.Of(old), RuleExamples.Of(now));
        Rules(before, after).ShouldContain(id);
        Rules(before, before).ShouldBeEmpty();
        if (!RuleExamples.WithoutDirection.Contains(id))
            Rules(after, before).ShouldNotContain(id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_inverse_of_a_rule_finds_its_example_taken_back(string id)
    {
        var (old, now) = RuleExamples.All[id];
        var rule = ElementRules.Find(id)!;
        if (!RuleExamples.UntoldTakenBack.Contains(id))
            Rules(RuleExamples.Of(now), RuleExamples.Of(old)).ShouldContain(rule.Inverse ?? id);
        (rule.Inverse is null).ShouldBe(RuleExamples.WithoutDirection.Contains(id) || id.EndsWith("_HIDDEN", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Forward_an_example_is_judged_as_taken_back_or_is_a_new_part(string id)
    {
        var (old, now) = RuleExamples.All[id];
        var rule = ElementRules.Find(id)!;
        var found = CompatibilityVerdict.Of(RuleExamples.Of(old), RuleExamples.Of(now), CompatibilityMode.Forward).Findings.Where(f => f.Rule == id).ToList();
        found.ShouldNotBeEmpty();
        foreach (var finding in found)
            finding.Criticality.ShouldBe(rule.IsNewPart ? Criticality.NonBreaking : ElementRules.Find(RuleExamples.InverseOf(rule))!.VerdictFor(finding.Plane)!.Value);
    }

    [Fact]
    public void There_are_many_each_with_an_id_of_its_own_a_sentence_an_example_and_a_verdict_for_each_plane()
    {
        ElementRules.All.Length.ShouldBeGreaterThanOrEqualTo(60);
        ElementRules.All.Select(r => r.Id).ShouldBeUnique();
        foreach (var rule in ElementRules.All)
        {
            rule.Verdicts.Length.ShouldBe(Enum.GetValues<ConsumerPlane>().Length, rule.Id);
            rule.Verdicts.ShouldAllBe(c => "BDN-".Contains(c), rule.Id);
            rule.Sentence.ShouldEndWith(".");
            rule.Example.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Every_kind_of_element_has_rules_for_coming_and_going()
    {
        foreach (var kind in Enum.GetValues<ElementKind>())
            ElementRules.All.Count(r => r.Kinds is [var only] && only == kind && (r.Id.EndsWith("_REMOVED") || r.Id.EndsWith("_ADDED"))).ShouldBeGreaterThanOrEqualTo(2, kind.ToString());
    }

    [Fact]
    public void A_rule_that_throws_fails_the_check_on_every_plane()
    {
        var broken = new ElementRule("BROKEN", BreakSeverity.None, "NNNNN", "Throws.", "x") { Find = _ => throw new InvalidOperationException("oops.") };
        var findings = OntologyComparison.Compare(Snapshot.Empty, RuleExamples.Of(new ObjectType { Id = ElementId.Trusted("ot-a"), Name = "A" }), [], [broken]);
        findings.Length.ShouldBe(5);
        findings.ShouldAllBe(f => f.Rule == "RULE_FAILED" && f.Criticality == Criticality.Breaking && f.Message.Contains("BROKEN"));
    }

    [Fact]
    public void A_plane_hears_only_what_it_sees()
    {
        var (old, now) = RuleExamples.All["PARAMETER_REMOVED"];
        var (before, after) = (RuleExamples.Of(old), RuleExamples.Of(now));
        OntologyComparison.Compare(before, after, ConsumerPlane.Index).ShouldBeEmpty();
        OntologyComparison.Compare(before, after, ConsumerPlane.Actions).ShouldHaveSingleItem().Criticality.ShouldBe(Criticality.Breaking);
    }

    [Fact]
    public void A_rename_breaks_who_names_it_and_not_the_index()
    {
        var (old, now) = RuleExamples.All["PROPERTY_RENAMED"];
        var verdicts = OntologyComparison.Compare(RuleExamples.Of(old), RuleExamples.Of(now)).Where(f => f.Rule == "PROPERTY_RENAMED").ToDictionary(f => f.Plane, f => f.Criticality);
        verdicts[ConsumerPlane.GraphQl].ShouldBe(Criticality.Breaking);
        verdicts[ConsumerPlane.Index].ShouldBe(Criticality.NonBreaking);
    }

    private static List<string> Rules(Snapshot before, Snapshot after) => [.. OntologyComparison.Compare(before, after).Select(f => f.Rule).Distinct()];
}
