using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Merging;

public class SemanticDiffTests
{
    private static readonly Snapshot People = Snapshot.Empty.After(
        Create(Type("Person", Text("name"), Text("email"), Text("phone"))), Create(Type("Company", Text("name"))));

    private static readonly ElementId Person = People.Named<ObjectType>("Person").Id;

    [Fact]
    public void Equal_versions_do_not_differ() => SemanticDiff.Compare(People, People).ShouldBeEmpty();

    [Fact]
    public void A_rename_is_one_and_an_edit_beside_it_another()
    {
        var entries = Diff(new RenameElement(Person, "Human"), new UpdateElement(Person, Json("""{"displayName":{"ko":"사람"}}""")));

        entries.Select(e => (e.Operation, e.Path.Text)).ShouldBe(
            [(DiffOperation.Add, $"/{Person}/displayName/ko"), (DiffOperation.Rename, $"/{Person}/name")]);
        entries[1].ShouldSatisfyAllConditions(
            e => (e.Before, e.After).ShouldBe((Json("\"Person\""), Json("\"Human\""))),
            e => e.Sentence.In("en").ShouldBe("Name of the object type 'Human' was renamed from \"Person\" to \"Human\"."),
            e => e.Sentence.In("ko")!.ShouldContain("이름이"));
    }

    [Fact]
    public void Members_are_added_removed_renamed_and_moved_each_as_one()
    {
        var members = People.Named<ObjectType>("Person").Properties;

        var entries = Diff(
            new RenameMember(Person, members[0].Id, "fullName"), new MoveMember(Person, members[2].Id, 0), new RemoveMember(Person, members[1].Id),
            new AddMember(Person, Text("nick")));

        entries.Select(e => (e.Operation, Member: e.Path.Member == members[2].Id ? "phone" : e.Path.Member == members[0].Id ? "name" : e.Path.Member == members[1].Id ? "email" : "nick"))
            .ShouldBe([(DiffOperation.Rename, "name"), (DiffOperation.Move, "name"), (DiffOperation.Add, "nick"), (DiffOperation.Delete, "email")], ignoreOrder: true);
    }

    [Fact]
    public void What_is_new_and_what_is_gone_is_told_whole()
    {
        var entries = Diff(new DeleteElement(Ref("Company")), Create(Type("Team")));

        entries.Select(e => (e.Operation, e.Name, e.Before is null, e.After is null)).ShouldBe(
            [(DiffOperation.Delete, "Company", false, true), (DiffOperation.Add, "Team", true, false)], ignoreOrder: true);
    }

    [Fact]
    public void A_move_to_another_namespace_is_a_move() =>
        Diff(new MoveElement(Person, "hr")).ShouldHaveSingleItem().Operation.ShouldBe(DiffOperation.Move);

    private static System.Collections.Immutable.ImmutableArray<DiffEntry> Diff(params Operation[] operations) =>
        SemanticDiff.Compare(People, People.After(operations));
}
