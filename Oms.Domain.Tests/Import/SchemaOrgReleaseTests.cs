using Oms.Domain.Import;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Import;

/// <summary>Whole releases of schema.org, as they were published.</summary>
public sealed class SchemaOrgReleaseTests
{
    [Fact]
    public void Release_30_is_valid_as_it_is_and_importing_it_again_changes_nothing()
    {
        var after = Snapshot.Empty.Import(Releases.Release30);

        after.Count.ShouldBe(Releases.Release30.Elements.Length);
        after.CountOf(ElementKind.ObjectType).ShouldBeGreaterThan(900);
        var again = ImportPlanner.Plan(after, Releases.Release30);
        again.Operations.ShouldBeEmpty();
        again.Summary.Unchanged.ShouldBe(after.Count);
    }

    [Fact]
    public void From_release_29_to_30_only_what_differs_is_touched_and_nothing_is_deleted()
    {
        var before = Snapshot.Empty.Import(Releases.Release29);

        var plan = ImportPlanner.Plan(before, Releases.Release30);
        var after = before.Import(Releases.Release30);

        plan.Operations.Length.ShouldBeLessThan(after.Count / 4);
        plan.Operations.ShouldAllBe(o => !(o is DeleteElement));
        plan.Summary.Created.ShouldBeGreaterThan(0);
        plan.Summary.Vanished.ShouldBeGreaterThan(0);
        foreach (var element in Enum.GetValues<ElementKind>().SelectMany(k => before.All(k)))
            after.Find(element.Id).ShouldNotBeNull();
        ImportPlanner.Plan(after, Releases.Release30).Operations.ShouldBeEmpty();
    }
}
