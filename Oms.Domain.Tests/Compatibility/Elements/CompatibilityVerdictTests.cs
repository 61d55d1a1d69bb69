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

    [Fact]
    public void The_same_addition_breaks_forward_and_full()
    {
        var after = Person with { Properties = [.. Person.Properties, Phone] };
        Of(Person, after, CompatibilityMode.Forward).IsKept.ShouldBeFalse();
        Of(Person, after, CompatibilityMode.Full).IsKept.ShouldBeFalse();
        Of(Person, after, CompatibilityMode.None).IsKept.ShouldBeTrue();
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

    private static CompatibilityVerdict Of(Element before, Element after, CompatibilityMode mode) =>
        CompatibilityVerdict.Of(RuleExamples.Of(before), RuleExamples.Of(after), mode);
}
