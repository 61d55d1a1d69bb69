using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Merging;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Compatibility.Elements;

public class DependencyOrderTests
{
    [Fact]
    public void What_others_refer_to_comes_before_them_in_random_ontologies()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var histories = new RandomHistories(seed);
            var (before, after) = (histories.Base, histories.Ours);
            var all = before.Map.Entries.Concat(after.Map.Entries).Select(e => e.Id).Distinct().ToList();
            var order = new DependencyOrder(all, before, after);
            all.Select(order.RankOf).Order().ShouldBe(Enumerable.Range(0, all.Count));
            foreach (var element in all.Except(order.InCycles))
                foreach (var usage in before.UsagesOf(element).Concat(after.UsagesOf(element)).Where(u => u.By != element))
                    order.RankOf(usage.By).ShouldBeGreaterThan(order.RankOf(element));
        }
    }

    [Fact]
    public void A_circle_is_told_and_ordered_by_id()
    {
        var start = Snapshot.Empty.After(Create(Type("A")), Create(Type("B")), Create(Type("C")));
        ElementId Id(string name) => start.Named<ObjectType>(name).Id;
        var turned = start.After(
            new DeprecateElement(Id("A"), new Deprecation { Reason = "B", ReplacedBy = Id("B").Value }),
            new DeprecateElement(Id("B"), new Deprecation { Reason = "A", ReplacedBy = Id("A").Value }));

        var order = new DependencyOrder([Id("A"), Id("B"), Id("C")], start, turned);

        order.InCycles.ShouldBe([Id("A"), Id("B")], ignoreOrder: true);
        order.RankOf(Id("C")).ShouldBe(0);
    }

    [Fact]
    public void A_plan_changes_a_type_before_what_refers_to_it_and_removes_it_after()
    {
        var before = Snapshot.Empty.After(
            Create(Type("Zebra", Text("name"), Text("stripes"))), Create(Type("Ark")), Create(Link("carries", "Ark", "Zebra")),
            Create(Child("Foal", "Zebra", Text("milk"))));
        var zebra = before.Named<ObjectType>("Zebra").Id;
        var carries = before.Named<LinkType>("carries").Id;

        var renames = MigrationPlan.For(before, before.After(new RenameElement(zebra, "Aardvark"), new RenameElement(carries, "bears")));
        renames.Steps.Select(s => s.Path).Distinct().ShouldBe(["Zebra", "carries"]);
        renames.Steps.First(s => s.Path == "carries").DependsOn.ShouldBe([3]);
        renames.Warnings.ShouldBeEmpty();

        MemberId Last(string type) => before.Named<ObjectType>(type).Properties[^1].Id;
        var removals = MigrationPlan.For(
            before, before.After(new RemoveMember(zebra, Last("Zebra"), false), new RemoveMember(before.Named<ObjectType>("Foal").Id, Last("Foal"), false)));
        removals.Steps.Select(s => s.Path).Distinct().ShouldBe(["Foal.milk", "Zebra.stripes"]);
        removals.Steps.ShouldAllBe(s => s.DependsOn.All(d => d < s.Order));
    }
}
