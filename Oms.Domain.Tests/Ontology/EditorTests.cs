using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Ontology;

public class EditorTests
{
    private static readonly Snapshot People = Snapshot.Empty.After(
        Create(Type("Person", Text("name"), Text("email"))), Create(Type("Company", Text("name"))), Create(Link("worksFor", "Person", "Company")));

    [Fact]
    public void Creates_with_new_ids_and_references_by_name_in_any_order()
    {
        var after = Snapshot.Empty.After(Create(Link("worksFor", "Person", "Company")), Create(Type("Company")), Create(Type("Person")));

        after.Named<LinkType>("worksFor").From.Type.ShouldBe(after.Named<ObjectType>("Person").Id);
        after.LinksOf(after.Named<ObjectType>("Company").Id).ShouldHaveSingleItem().Name.ShouldBe("worksFor");
    }

    [Fact]
    public void A_rename_keeps_the_id_and_what_refers_to_it()
    {
        var person = People.Named<ObjectType>("Person");

        var edit = People.Edit(new RenameElement(Ref("Person"), "Human"));

        edit.After.Named<ObjectType>("Human").Id.ShouldBe(person.Id);
        edit.After.FindByName(ElementKind.ObjectType, "Person").ShouldBeNull();
        edit.Changes.ShouldHaveSingleItem().ShouldBe(new ElementChange(
            person.Id, ChangeOperation.Rename, "Human", People.HashOf(person.Id)!.Value, edit.After.HashOf(person.Id)!.Value));
        edit.After.LinksOf(person.Id).ShouldHaveSingleItem();
    }

    [Fact]
    public void Names_can_be_swapped_in_one_commit()
    {
        var after = People.After(
            new RenameElement(People.Named<ObjectType>("Person").Id, "Company"), new RenameElement(People.Named<ObjectType>("Company").Id, "Person"));

        after.Named<ObjectType>("Person").Id.ShouldBe(People.Named<ObjectType>("Company").Id);
        after.Named<ObjectType>("Company").Id.ShouldBe(People.Named<ObjectType>("Person").Id);
    }

    [Fact]
    public void A_patch_changes_what_it_names_and_members_keep_their_ids_by_name()
    {
        var name = People.Named<ObjectType>("Person").Properties[0];

        var after = People.After(new UpdateElement(Ref("Person"), Json(
            """{"displayName":{"ko":"사람"},"color":"#00FF00","properties":[{"name":"name","type":{"dataType":"text"}},{"name":"age","type":{"dataType":"integer"}}]}""")));

        var person = after.Named<ObjectType>("Person");
        person.DisplayName.In("ko").ShouldBe("사람");
        person.Color.ShouldBe("#00FF00");
        person.Properties.Select(p => p.Name).ShouldBe(["name", "age"]);
        person.Properties[0].Id.ShouldBe(name.Id);
        person.Properties[1].Id.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void Everything_that_does_not_fit_in_a_patch_is_told_at_its_path()
    {
        var refusals = People.Refused(new UpdateElement(Ref("Person"), Json(
            """{"colour":"red","status":"GONE","properties":[{"name":7}],"tags":[null],"id":"ot-x"}""")));

        refusals.Select(r => string.Join('.', r.Path)).ShouldBe(
            ["operations.0.colour", "operations.0.properties.0.name", "operations.0.status", "operations.0.tags.0"], ignoreOrder: true);
        refusals.ShouldAllBe(r => r is MalformedInput);
    }

    [Fact]
    public void Neither_id_nor_name_is_changed_by_a_patch() =>
        People.Refused(new UpdateElement(Ref("Person"), Json("""{"id":"ot-x","name":"Human"}"""))).Select(r => ((ReadOnlyField)r).Field)
            .ShouldBe(["id", "name"]);

    [Fact]
    public void What_is_used_is_not_deleted_and_the_users_are_named()
    {
        var refusal = People.Refused<ReferencedElement>(new DeleteElement(Ref("Company")));

        refusal.Usages.ShouldHaveSingleItem().By.ShouldBe(People.Named<LinkType>("worksFor").Id);
        refusal.Path.ShouldBe(["operations", "0"]);
        refusal.Message.ShouldContain("link type 'worksFor'");
    }

    [Fact]
    public void What_is_used_is_deleted_together_with_its_users() =>
        People.After(new DeleteElement(Ref("Company")), new DeleteElement(Ref("worksFor"))).Count.ShouldBe(1);

    [Fact]
    public void Operations_that_come_to_nothing_change_nothing()
    {
        var edit = People.Edit(new RenameElement(Ref("Person"), "Human"), new RenameElement(People.Named<ObjectType>("Person").Id, "Person"));

        edit.Changes.ShouldBeEmpty();
        edit.Objects.ShouldBeEmpty();
        edit.After.Tree.ShouldBe(People.Tree);
    }

    [Fact]
    public void Members_are_added_changed_moved_renamed_deprecated_and_removed()
    {
        var after = People.After(
            new AddMember(Ref("Person"), Text("nick"), 0),
            new UpdateMember(Ref("Person"), MemberId.Trusted("email"), Json("""{"isUnique":true}""")),
            new MoveMember(Ref("Person"), MemberId.Trusted("name"), 0),
            new RenameMember(Ref("Person"), MemberId.Trusted("nick"), "alias"),
            new DeprecateMember(Ref("Person"), MemberId.Trusted("alias"), new Deprecation { Reason = "old", ReplacedBy = "name" }));

        var person = after.Named<ObjectType>("Person");
        person.Properties.Select(p => p.Name).ShouldBe(["name", "alias", "email"]);
        person.Properties[2].IsUnique.ShouldBe(true);
        person.Properties[1].Deprecation!.ReplacedBy.ShouldBe(person.Properties[0].Id.Value);
        after.After(new RemoveMember(person.Id, person.Properties[1].Id)).Named<ObjectType>("Person").Properties.Length.ShouldBe(2);
    }

    [Fact]
    public void A_snapshot_is_read_back_from_its_objects()
    {
        var first = Snapshot.Empty.Edit(Create(Type("Person", Text("name"))), Create(Type("Company")));
        var second = first.After.Edit(Create(Link("worksFor", "Person", "Company")), new RenameElement(Ref("Person"), "Human"));

        var whole = Reloaded([.. first.Objects, .. second.Objects], second.After.Tree);
        var fromNear = Reloaded(second.Objects, second.After.Tree, first.After);

        foreach (var loaded in new[] { whole, fromNear })
        {
            loaded.Tree.ShouldBe(second.After.Tree);
            loaded.All(ElementKind.ObjectType).Select(e => e.Name).ShouldBe(["Company", "Human"]);
            TreeDiff.Compare(first.After, loaded).Select(c => c.Operation).ShouldBe([ChangeOperation.Create, ChangeOperation.Rename], ignoreOrder: true);
        }
    }
}
