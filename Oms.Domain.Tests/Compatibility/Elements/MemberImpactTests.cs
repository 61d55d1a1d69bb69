using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Compatibility.Elements;

public class MemberImpactTests
{
    private static readonly Snapshot World = Snapshot.Empty
        .After(
            Create(new SharedProperty { Name = "label", Type = TypeRef.Data("string") }),
            Create(new Interface { Name = "Named", Properties = [Text("name")] }),
            Create(new Interface { Name = "Spoken", Extends = [Ref("Named")] }),
            Create(Type("Person", Text("id") with { IsPrimaryKey = true }, Labelled()) with { Interfaces = [Ref("Spoken")], TitleProperty = MemberId.Trusted("name") }),
            Create(Child("Employee", "Person")),
            Create(Child("Manager", "Employee", Labelled())),
            Create(Child("Director", "Manager")),
            Create(new StructType
            {
                Name = "Address", Fields = [new StructField { Name = "street", Type = TypeRef.Data("string") }, new StructField { Name = "town", Type = TypeRef.Data("string") }],
                DisplayTemplate = "{street}, somewhere",
            }),
            Create(new SharedProperty { Name = "home", Type = new TypeRef { StructType = Ref("Address") } }))
        .After(
            Create(new Interface { Name = "Owned", RequiredLinks = [new RequiredLink { Name = "owner", Target = Ref("Person") }] }),
            Create(Type("House", new Property { Name = "place", SharedProperty = Ref("home") }, Typed("former", TypeRef.ArrayOf(new TypeRef { StructType = Ref("Address") })))
                with { Interfaces = [Ref("Owned")] }),
            Create(new LinkType
            {
                Name = "owns", From = new LinkEnd { Name = "owner", Type = Ref("House") }, To = new LinkEnd { Name = "houses", Type = Ref("Person") },
                Directionality = Directionality.Bidirectional,
            }),
            Create(new FunctionType { Name = "rate", Parameters = [Taking("house", "House")], ReturnType = TypeRef.Data("integer") }),
            Create(new ActionType
            {
                Name = "sell", AppliesTo = [new Applicability { Type = Ref("House") }], Functions = [Ref("rate")], Parameters = [Taking("buyer", "Person")],
            }));

    [Theory]
    [InlineData("Person", "name", "Title Person, Inherits Employee, Overrides Manager.name, RequiredBy Named.name")]
    [InlineData("Person", "id", "Inherits Employee, Inherits Manager, Inherits Director, Key owns, Key sell.buyer")]
    [InlineData("Manager", "name", "Inherits Director, RequiredBy Named.name")]
    [InlineData("Named", "name", "Inherits Spoken, Satisfies Person.name, Satisfies Employee, Satisfies Manager.name, Satisfies Director")]
    [InlineData("Owned", "owner", "Satisfies owns.owner")]
    [InlineData("owns", "owner", "RequiredBy Owned.owner, Field House")]
    [InlineData("owns", "houses", "Inherits Employee, Inherits Manager, Inherits Director, Field Person")]
    [InlineData("Address", "street", "Template Address, Holds home, Holds House.place, Holds House.former")]
    [InlineData("Address", "town", "Holds home, Holds House.place, Holds House.former")]
    [InlineData("rate", "house", "Calls sell")]
    [InlineData("sell", "buyer", "")]
    public void Who_relies_on_a_member_is_found_and_what_it_is_to_them(string element, string member, string expected)
    {
        var (of, part) = Find(element, member);
        MemberImpact.Of(World, of, part).Select(u => $"{u.Kind} {u.Element.Name}{(u.Member is null ? "" : "." + u.Member.Name)}")
            .ShouldBe(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public void Who_names_it_as_a_replacement_is_told()
    {
        var (person, name) = Find("Person", "name");
        var added = World.After(new AddMember(person.Id, Text("called")));
        var called = added.Find(person.Id)!.Members.Single(m => m.Name == "called");
        var deprecated = added.After(new DeprecateMember(person.Id, called.Id, new Deprecation { Reason = "old", ReplacedBy = name.Id.Value }));
        MemberImpact.Of(deprecated, deprecated.Find(person.Id)!, name).Where(u => u.Kind == MemberUseKind.ReplacedBy)
            .ShouldHaveSingleItem().Member!.Name.ShouldBe("called");
    }

    [Theory]
    [InlineData("Person", "name", MemberChange.Delete, "PROPERTY_REMOVED", ConsumerPlane.GraphQl, ConsumerPlane.Index)]
    [InlineData("owns", "owner", MemberChange.Delete, "LINK_TYPE_REMOVED", ConsumerPlane.GraphQl)]
    [InlineData("Address", "street", MemberChange.Delete, "STRUCT_FIELD_REMOVED", ConsumerPlane.GraphQl)]
    public void What_would_break_is_told_by_plane(string element, string member, MemberChange change, string rule, params ConsumerPlane[] planes)
    {
        var breaking = Breaks(element, member, change);
        breaking.Select(f => f.Rule).Distinct().ShouldBe([rule]);
        planes.ShouldBeSubsetOf(breaking.Select(f => f.Plane));
    }

    [Fact]
    public void A_rename_breaks_those_who_go_by_the_name_and_a_free_name_is_taken()
    {
        var (person, _) = Find("Person", "name");
        var world = World.After(new AddMember(person.Id, Text("nameRenamed")));
        var (of, part) = (world.Find(person.Id)!, world.Find(person.Id)!.Members.Single(m => m.Name == "name"));
        MemberImpact.After(world, of, part, MemberChange.Rename).Find(person.Id)!.Members.Select(m => m.Name).ShouldBe(["id", "nameRenamedAgain", "nameRenamed"]);
        Breaks("Person", "name", MemberChange.Rename).Select(f => f.Plane).ShouldContain(ConsumerPlane.GraphQl);
    }

    private static List<Finding> Breaks(string element, string member, MemberChange change)
    {
        var (of, part) = Find(element, member);
        return [.. OntologyComparison.Compare(World, MemberImpact.After(World, of, part, change)).Where(f => f.Criticality == Criticality.Breaking)];
    }

    private static (Element Element, Member Member) Find(string element, string member)
    {
        var found = World.Named<Element>(element);
        return (found, found.Members.Single(m => m.Name == member));
    }

    private static Property Labelled() => new() { Name = "name", SharedProperty = Ref("label") };

    private static Parameter Taking(string name, string type) => new() { Name = name, Type = new TypeRef { ObjectType = Ref(type) } };
}
