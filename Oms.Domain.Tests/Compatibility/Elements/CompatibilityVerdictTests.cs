using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Compatibility.Elements;

public sealed class CompatibilityVerdictTests
{
    private static readonly ObjectType Person = new()
    {
        Id = ElementId.Trusted("ot-person"), Name = "Person",
        Properties = [new Property { Id = MemberId.Trusted("m-1"), Name = "mail", Type = TypeRef.Data("string") }],
    };

    private static readonly Property Phone = new() { Id = MemberId.Trusted("m-2"), Name = "phone", Type = TypeRef.Data("string") };

    [Fact]
    public void Adding_is_a_minor_version_and_backward_compatible()
    {
        var verdict = Of(Person, Person with { Properties = [.. Person.Properties, Phone] }, CompatibilityMode.Backward);
        verdict.IsKept.ShouldBeTrue();
        verdict.Step.ShouldBe(VersionStep.Minor);
        verdict.Level.ShouldBe(CompatibilityLevel.BackwardCompatible);
        verdict.Causes.ShouldHaveSingleItem().Rule.ShouldBe("PROPERTY_ADDED");
    }

    [Theory]
    [InlineData("ADD_OPTIONAL", true, true)]
    [InlineData("ADD_REQUIRED", false, true)]
    [InlineData("REMOVE_OPTIONAL", false, true)]
    [InlineData("REMOVE_REQUIRED", false, false)]
    [InlineData("REQUIRE", false, false)]
    [InlineData("LET_BE_LEFT_OUT", false, false)]
    [InlineData("RENAME", false, false)]
    [InlineData("WIDEN", false, false)]
    public void Forward_parts_may_come_and_go_where_they_could_be_left_out_and_full_asks_for_both(string change, bool isBackward, bool isForward)
    {
        var (required, count) = (Phone with { IsRequired = true }, Phone with { Type = TypeRef.Data("integer") });
        var (before, after) = change switch
        {
            "ADD_OPTIONAL" => (Person, With(Phone)),
            "ADD_REQUIRED" => (Person, With(required)),
            "REMOVE_OPTIONAL" => (With(Phone), Person),
            "REMOVE_REQUIRED" => (With(required), Person),
            "REQUIRE" => (With(Phone), With(required)),
            "LET_BE_LEFT_OUT" => (With(required), With(Phone)),
            "RENAME" => (With(Phone), With(Phone with { Name = "telephone" })),
            _ => (With(count), With(count with { Type = TypeRef.Data("long") })),
        };
        Of(before, after, CompatibilityMode.Backward).IsKept.ShouldBe(isBackward);
        Of(before, after, CompatibilityMode.Forward).IsKept.ShouldBe(isForward);
        Of(before, after, CompatibilityMode.Full).IsKept.ShouldBe(isBackward && isForward);
        Of(before, after, CompatibilityMode.None).IsKept.ShouldBeTrue();
    }

    [Fact]
    public void In_either_direction_the_real_change_is_told()
    {
        var verdict = Of(Person, With(Phone), CompatibilityMode.Full);
        verdict.Findings.Select(f => (f.Rule, f.Path, f.Message)).Distinct().ShouldBe([("PROPERTY_ADDED", "Person.phone", "The property Person.phone was added")]);
        verdict.Findings.Select(f => f.Direction).Distinct().ShouldBe([CompatibilityDirection.Backward, CompatibilityDirection.Forward]);
        verdict.Causes.Select(f => f.Direction).ShouldBe([CompatibilityDirection.Backward, CompatibilityDirection.Forward]);
        verdict.Findings.ShouldAllBe(f => f.Element == Person.Id);
        verdict.Findings.Select(f => f.Fingerprint).Distinct().Count().ShouldBe(2, "one for each direction");
        Of(With(Phone with { IsRequired = true }), Person, CompatibilityMode.Forward).Causes.ShouldHaveSingleItem().Message.ShouldBe("The property Person.phone was removed");
    }

    [Fact]
    public void A_changed_description_is_a_patch_and_compatible()
    {
        var verdict = Of(Person, Person with { Description = LocalizedText.English("Someone.") }, CompatibilityMode.Full);
        verdict.Step.ShouldBe(VersionStep.Patch);
        verdict.Level.ShouldBe(CompatibilityLevel.Compatible);
        verdict.Causes.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_changed_is_no_version()
    {
        Of(Person, Person, CompatibilityMode.FullTransitive).Step.ShouldBe(VersionStep.None);
    }

    [Fact]
    public void The_causes_of_a_major_version_are_the_breaks_alone()
    {
        var after = Person with { Description = LocalizedText.English("Someone."), Properties = [Person.Properties[0] with { Name = "email" }, Phone] };
        var verdict = Of(Person, after, CompatibilityMode.Backward);
        verdict.Step.ShouldBe(VersionStep.Major);
        verdict.Causes.Select(f => f.Rule).ShouldBe(["PROPERTY_RENAMED"]);
        verdict.Level.ShouldBe(CompatibilityLevel.MigrationRequired);
    }

    [Fact]
    public void A_type_that_is_gone_is_incompatible()
    {
        CompatibilityVerdict.Of(RuleExamples.Of(Person), Snapshot.Empty, CompatibilityMode.Backward).Level.ShouldBe(CompatibilityLevel.Incompatible);
    }

    [Fact]
    public void A_transitive_mode_asks_about_every_earlier_version()
    {
        var oldest = RuleExamples.Of(Person with { Properties = [Person.Properties[0], Phone] });
        var before = RuleExamples.Of(Person);
        CompatibilityVerdict.Of([before, oldest], before, CompatibilityMode.Backward).IsKept.ShouldBeTrue();
        CompatibilityVerdict.Of([before, oldest], before, CompatibilityMode.BackwardTransitive).IsKept.ShouldBeFalse();
    }

    [Fact]
    public void A_plan_has_steps_in_order_each_with_its_way_back_and_asks_about_a_rename()
    {
        var before = RuleExamples.Of(Person);
        var after = RuleExamples.Of(Person with { Properties = [Phone with { Name = "email", IsRequired = true }] });
        var plan = MigrationPlan.For(before, after);
        plan.Steps.Select(s => s.Order).ShouldBe(Enumerable.Range(1, plan.Steps.Length));
        plan.Steps.ShouldAllBe(s => s.Rollback.Length > 0 && s.Description.Length > 0);
        plan.Steps.Select(s => s.Type).ShouldBe(
            ["add_nullable", "backfill_data", "make_required_and_switch", "make_nullable", "deprecation_period", "remove"]);
        plan.NeedsDowntime.ShouldBeTrue();
        plan.Questions.ShouldHaveSingleItem().Question.ShouldBe("Is Person.mail now Person.email? They have the same type.");
    }

    private static ObjectType With(Property property) => Person with { Properties = [.. Person.Properties, property] };

    private static CompatibilityVerdict Of(Element before, Element after, CompatibilityMode mode) =>
        CompatibilityVerdict.Of(RuleExamples.Of(before), RuleExamples.Of(after), mode);
}
