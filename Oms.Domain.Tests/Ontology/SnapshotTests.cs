using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Ontology;

public class SnapshotTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_derived_step_by_step_is_what_is_made_at_once(int seed)
    {
        var commits = new RandomCommits(seed);
        var snapshot = Snapshot.Empty;
        var objects = new List<StoredObject>();
        var accepted = 0;
        for (var i = 0; i < 1500; i++)
        {
            var result = Editor.Apply(snapshot, [.. commits.Next()], Ids);
            if (!result.IsOk)
                continue;
            accepted += result.Value.Changes.IsEmpty ? 0 : 1;
            objects.AddRange(result.Value.Objects);
            TreeDiff.Compare(snapshot, result.Value.After).ShouldBe(result.Value.Changes);
            snapshot = result.Value.After;
            ShouldBeValidAsAWhole(snapshot);
        }

        accepted.ShouldBeGreaterThan(60);
        ShouldBeTheSame(Reloaded(objects, snapshot.Tree), snapshot);
        snapshot.Tree.ShouldBe(MerkleMap.Empty.With(Elements(snapshot).Select(e => new MerkleEntry(e.Id, ObjectHash.Of(ElementJson.Write(e))))).Root);
    }

    [Fact]
    public void Elements_are_paged_by_position_and_by_name_in_ordinal_order()
    {
        var all = Snapshot.Empty.After([.. new[] { "Beta", "alpha", "Alpha", "Gamma" }.Select(n => Create(Type(n)))]).All(ElementKind.ObjectType);

        all.Select(e => e.Name).ShouldBe(["Alpha", "Beta", "Gamma", "alpha"]);
        all[2].Name.ShouldBe("Gamma");
        all.PositionOf("Beta").ShouldBe(1);
        all.PositionOf("Bz").ShouldBe(2);
        all.PositionOf("zz").ShouldBe(4);
    }

    [Fact]
    public void Usages_tell_who_refers_how_and_from_which_member()
    {
        var model = Snapshot.Empty.After(
            Create(Type("Person")), Create(Child("Employee", "Person", Typed("boss", new TypeRef { ObjectType = Ref("Person") }))),
            Create(Link("knows", "Person", "Person")));
        var (person, employee, knows) = (model.Named<ObjectType>("Person"), model.Named<ObjectType>("Employee"), model.Named<LinkType>("knows"));

        model.UsagesOf(person.Id).ShouldBe(
        [
            new Usage(employee.Id, null, UsageKind.Parent),
            new Usage(knows.Id, knows.From.Id, UsageKind.LinkFrom),
            new Usage(knows.Id, knows.To.Id, UsageKind.LinkTo),
            new Usage(employee.Id, employee.Properties[0].Id, UsageKind.Type),
        ]);
        model.LinksOf(person.Id).ShouldHaveSingleItem();
        model.ChildrenOf(person.Id).ShouldHaveSingleItem().Name.ShouldBe("Employee");
    }

    [Fact]
    public void What_was_added_and_taken_back_leaves_no_trace()
    {
        var model = Snapshot.Empty.After(Create(Type("Person")), Create(Type("Company")));

        var back = model.After(Create(Link("worksFor", "Person", "Company"))).After(new DeleteElement(Ref("worksFor")));

        ShouldBeTheSame(back, model);
    }

    // The incremental checks found nothing, so checking every element must find nothing either.
    private static void ShouldBeValidAsAWhole(Snapshot snapshot) =>
        Editor.Apply(Snapshot.Empty, [.. Elements(snapshot).Select(Create)], Ids).Refusals.ShouldBeEmpty();

    private static void ShouldBeTheSame(Snapshot actual, Snapshot expected)
    {
        actual.Tree.ShouldBe(expected.Tree);
        actual.Count.ShouldBe(expected.Count);
        foreach (var kind in Enum.GetValues<ElementKind>())
            actual.All(kind).Select(e => (e.Id, e.Name)).ShouldBe(expected.All(kind).Select(e => (e.Id, e.Name)));
        foreach (var element in Elements(expected))
        {
            actual.UsagesOf(element.Id).ShouldBe(expected.UsagesOf(element.Id));
            actual.HashOf(element.Id).ShouldBe(expected.HashOf(element.Id));
        }
    }

    private static IEnumerable<Element> Elements(Snapshot snapshot) => Enum.GetValues<ElementKind>().SelectMany(snapshot.All);
}
