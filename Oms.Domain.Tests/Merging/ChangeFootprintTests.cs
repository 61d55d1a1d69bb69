using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Merging;

public class ChangeFootprintTests
{
    [Fact]
    public void Changes_that_do_not_meet_merge_without_a_question()
    {
        var apart = 0;
        foreach (var history in Enumerable.Range(0, 2_000).Select(seed => new RandomHistories(seed, mostSteps: 3)))
        {
            var (ours, theirs) = (ChangeFootprint.Of(history.Base, history.Ours), ChangeFootprint.Of(history.Base, history.Theirs));
            theirs.Meets(ours).ShouldBe(ours.Meets(theirs));
            if (ours.Meets(theirs) || ours.Touches.Count == 0 || theirs.Touches.Count == 0)
                continue;
            apart++;
            ThreeWayMerge.Run(history.Base, history.Ours, history.Theirs).Open.ShouldBeEmpty();
        }

        apart.ShouldBeGreaterThan(150);
    }

    private static readonly Snapshot World = Snapshot.Empty.After(
        Create(new Interface { Name = "First" }), Create(new Interface { Name = "Second" }),
        Create(Type("Both") with { Interfaces = [Ref("First"), Ref("Second")], IsAbstract = true }), Create(Child("Heir", "Both") with { IsAbstract = true }),
        Create(Type("Apart")), Create(Type("Elsewhere")), Create(Link("joins", "Both", "Apart")));

    [Fact]
    public void Changes_meet_in_what_neither_of_them_writes() =>
        Meet(Property("First"), Property("Second")).ShouldBeTrue();

    [Fact]
    public void Changes_meet_in_a_name() =>
        Meet(Create(Type("Same")), Create(Type("Same"))).ShouldBeTrue();

    [Fact]
    public void A_link_that_goes_meets_what_inherits_from_its_end() =>
        Meet(new DeleteElement(World.Named<LinkType>("joins").Id), Create(Child("New", "Heir"))).ShouldBeTrue();

    [Fact]
    public void A_deletion_meets_a_reference() =>
        Meet(new DeleteElement(World.Named<ObjectType>("Elsewhere").Id), Create(Child("New", "Elsewhere"))).ShouldBeTrue();

    [Fact]
    public void Changes_of_elements_that_have_nothing_in_common_do_not_meet() =>
        Meet(Property("Apart"), Property("Elsewhere")).ShouldBeFalse();

    private static AddMember Property(string element) => new(World.Named<Element>(element).Id, Text("added"));

    private static bool Meet(Operation one, Operation other) =>
        ChangeFootprint.Of(World, World.After(one)).Meets(ChangeFootprint.Of(World, World.After(other)));
}
