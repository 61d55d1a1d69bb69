using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Compatibility.Elements;

public class ElementImpactTests
{
    private static readonly Snapshot World = Snapshot.Empty.After(
        Create(Type("Person", Text("name"))), Create(Child("Employee", "Person")), Create(Child("Manager", "Employee")), Create(Type("Company")),
        Create(Link("worksFor", "Employee", "Company")), Create(Type("Other")));

    private static ElementId Id<T>(string name) where T : Element => World.Named<T>(name).Id;

    [Fact]
    public void Who_refers_to_an_element_is_found_with_who_refers_to_them_nearest_first() =>
        ElementImpact.Of(World, Id<ObjectType>("Person"), 3).Select(i => (i.Element.Name, i.Distance))
            .ShouldBe([("Employee", 1), ("Manager", 2), ("worksFor", 2)]);

    [Fact]
    public void A_distance_bounds_it() =>
        ElementImpact.Of(World, Id<ObjectType>("Person"), 1).Select(i => i.Element.Name).ShouldBe(["Employee"]);

    [Fact]
    public void Who_names_it_as_a_replacement_is_told_but_reaches_no_further()
    {
        var replaced = World.After(new DeprecateElement(Id<ObjectType>("Employee"), new Deprecation { Reason = "old", ReplacedBy = Id<ObjectType>("Other").Value }));
        var found = ElementImpact.Of(replaced, Id<ObjectType>("Other"), 5).ShouldHaveSingleItem();
        found.Element.Name.ShouldBe("Employee");
        found.Uses.ShouldHaveSingleItem().Kind.ShouldBe(UsageKind.ReplacedBy);
    }
}
