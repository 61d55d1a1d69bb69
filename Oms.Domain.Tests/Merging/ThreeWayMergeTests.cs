using Oms.Domain.Compatibility;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.Merging;

public class ThreeWayMergeTests
{
    private static readonly Snapshot People = Snapshot.Empty.After(
        Create(Type("Person", Text("name"), Text("email"))), Create(Type("Company", Text("name"))), Create(new Interface { Name = "INamed" }),
        Create(Link("worksFor", "Person", "Company") with { Cardinality = Cardinality.OneToOne }));

    private static readonly ElementId Person = People.Named<ObjectType>("Person").Id;

    [Fact]
    public void A_rename_on_one_side_and_an_edit_on_the_other_are_both_kept()
    {
        var result = Merge([new RenameElement(Person, "Human"), new RenameMember(Person, Member("email"), "mail")],
            [new UpdateMember(Person, Member("email"), Json("""{"isUnique":true}""")), new AddMember(Person, Text("phone"))]);

        result.Conflicts.ShouldBeEmpty();
        var human = result.Merged.Named<ObjectType>("Human");
        human.Properties.Select(p => p.Name).ShouldBe(["name", "mail", "phone"]);
        human.Properties[1].IsUnique.ShouldBe(true);
    }

    [Fact]
    public void Two_renames_are_a_question_with_its_answers()
    {
        var conflict = Asked([new RenameElement(Person, "Human")], [new RenameElement(Person, "Individual")]);

        conflict.Kind.ShouldBe(ConflictKind.ModifyModify);
        conflict.Semantic.ShouldBe(SemanticKind.NameChange);
        conflict.Path.Text.ShouldBe($"/{Person}/name");
        (conflict.Base, conflict.Ours, conflict.Theirs).ShouldBe((Json("\"Person\""), Json("\"Human\""), Json("\"Individual\"")));
        conflict.Options.Select(o => o.Choice).ShouldBe([ResolutionChoice.Ours, ResolutionChoice.Theirs, ResolutionChoice.Base, ResolutionChoice.Value]);
        conflict.Message.In("ko")!.ShouldContain("Human");
    }

    [Theory]
    [InlineData(ResolutionChoice.Ours, null, "Human")]
    [InlineData(ResolutionChoice.Theirs, null, "Individual")]
    [InlineData(ResolutionChoice.Base, null, "Person")]
    [InlineData(ResolutionChoice.Value, "\"Somebody\"", "Somebody")]
    public void An_answer_is_carried_out(ResolutionChoice choice, string? value, string name)
    {
        var (ours, theirs) = (People.After(new RenameElement(Person, "Human")), People.After(new RenameElement(Person, "Individual")));
        var asked = ThreeWayMerge.Run(People, ours, theirs).Open.ShouldHaveSingleItem();

        var result = ThreeWayMerge.Run(People, ours, theirs, Answer(asked, choice, value));

        result.IsClean.ShouldBeTrue();
        result.Merged.Find(Person)!.Name.ShouldBe(name);
    }

    [Fact]
    public void An_answer_that_does_not_fit_leaves_the_question_open_and_says_so()
    {
        var (ours, theirs) = (People.After(new RenameElement(Person, "Human")), People.After(new RenameElement(Person, "Individual")));
        var asked = ThreeWayMerge.Run(People, ours, theirs).Open.Single();

        ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.Value, "7")).Open.ShouldHaveSingleItem().Problem.ShouldNotBeNull();
        ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.Unify)).Open.ShouldHaveSingleItem().Problem.ShouldNotBeNull();
    }

    [Fact]
    public void Types_widen_and_it_is_told()
    {
        var start = People.After(new AddMember(Person, Typed("age", TypeRef.Data("integer"))));
        var age = start.Named<ObjectType>("Person").Properties[2].Id;

        var result = ThreeWayMerge.Run(
            start, start.After(Retype(age, "long")), start.After(Retype(age, "double")));
        result.Open.ShouldHaveSingleItem().Semantic.ShouldBe(SemanticKind.TypeChange);

        var widened = ThreeWayMerge.Run(start, start.After(Retype(age, "string")), start.After(Retype(age, "text")));
        widened.Conflicts.ShouldHaveSingleItem().Strategy.ShouldBe("type_widening");
        widened.Merged.Named<ObjectType>("Person").Properties[2].Type.ShouldBe(TypeRef.Data("text"));
    }

    [Fact]
    public void Cardinalities_expand_and_constraints_are_united()
    {
        var link = People.Named<LinkType>("worksFor").Id;
        var result = Merge([new UpdateElement(link, Json("""{"cardinality":"ONE_TO_MANY"}"""))], [new UpdateElement(link, Json("""{"cardinality":"MANY_TO_ONE"}"""))]);

        result.Conflicts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Severity.ShouldBe(Severity.Warn), c => c.Strategy.ShouldBe("expand_cardinality"));
        result.Merged.Named<LinkType>("worksFor").Cardinality.ShouldBe(Cardinality.ManyToMany);

        var rules = Merge(
            [new UpdateMember(Person, Member("name"), Json("""{"constraints":[{"kind":"MAX_LENGTH","value":10},{"kind":"PATTERN","value":"a*"}]}"""))],
            [new UpdateMember(Person, Member("name"), Json("""{"constraints":[{"kind":"MAX_LENGTH","value":20},{"kind":"PATTERN","value":"b*"}]}"""))]);
        rules.Open.ShouldHaveSingleItem().Path.Text.ShouldEndWith("/constraints/Pattern");
        rules.Conflicts.Single(c => !c.IsOpen).Strategy.ShouldBe("union_constraints");
        rules.Merged.Named<ObjectType>("Person").Properties[0].Constraints.Single(c => c.Kind == ConstraintKind.MaxLength).Value.Text.ShouldBe("20");
    }

    [Fact]
    public void Enum_values_are_a_set_in_which_removals_hold()
    {
        var start = People.After(new UpdateMember(Person, Member("name"), Enum("a", "b", "c")));

        var result = ThreeWayMerge.Run(
            start, start.After(new UpdateMember(Person, Member("name"), Enum("a", "c", "d"))),
            start.After(new UpdateMember(Person, Member("name"), Enum("a", "b", "c", "e"))));

        result.IsClean.ShouldBeTrue();
        result.Merged.Named<ObjectType>("Person").Properties[0].Constraints[0].Value.Text.ShouldBe("""["a","c","d","e"]""");
    }

    [Fact]
    public void What_one_side_deleted_and_the_other_changed_shows_who_refers_to_it()
    {
        var company = People.Named<ObjectType>("Company").Id;
        var (ours, theirs) = (People.After(new UpdateElement(company, Json("""{"color":"#00FF00"}"""))), People.After(new DeleteElement(company, true)));

        var asked = ThreeWayMerge.Run(People, ours, theirs).Open.ShouldHaveSingleItem();
        asked.Kind.ShouldBe(ConflictKind.ModifyDelete);
        asked.Consequences.ShouldHaveSingleItem().By.ShouldBe(People.Named<LinkType>("worksFor").Id);

        ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.Keep)).Merged.Find(company).ShouldNotBeNull();
        var gone = ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.AcceptDeletion));
        gone.IsClean.ShouldBeTrue();
        gone.Merged.Find(company).ShouldBeNull();
    }

    [Fact]
    public void The_deletion_of_what_was_deprecated_goes_through_and_is_told()
    {
        var start = People.After(new DeprecateElement(Ref("INamed"), new Deprecation { Reason = "old" }));

        var result = ThreeWayMerge.Run(
            start, start.After(new UpdateElement(Ref("INamed"), Json("""{"tags":["x"]}"""))), start.After(new DeleteElement(Ref("INamed"))));

        result.IsClean.ShouldBeTrue();
        result.Conflicts.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warn);
        result.Merged.FindByName(ElementKind.Interface, "INamed").ShouldBeNull();
    }

    [Fact]
    public void A_type_deleted_here_and_a_link_to_it_added_there_is_a_question_that_names_both()
    {
        var company = People.Named<ObjectType>("Company").Id;
        var (ours, theirs) = (People.After(new DeleteElement(company, true)), People.After(Create(Link("owns", "Person", "Company"))));

        var asked = ThreeWayMerge.Run(People, ours, theirs).Open.ShouldHaveSingleItem();
        asked.Kind.ShouldBe(ConflictKind.Invalid);
        asked.Semantic.ShouldBe(SemanticKind.DanglingReference);
        asked.Causes.Select(c => (c.Side, c.Name)).ShouldBe([(MergeSide.Theirs, "owns"), (MergeSide.Ours, "Company")], ignoreOrder: true);

        asked.Message.In("en").ShouldBe("Our side deleted the object type 'Company', and the link type 'owns' of the other refers to it.");

        ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.Keep)).ShouldSatisfyAllConditions(
            r => r.IsClean.ShouldBeTrue(), r => r.Merged.Named<LinkType>("owns").To.Type.ShouldBe(company), r => r.Merged.Find(company).ShouldNotBeNull());
        ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.AcceptDeletion)).ShouldSatisfyAllConditions(
            r => r.IsClean.ShouldBeTrue(), r => r.Merged.FindByName(ElementKind.LinkType, "owns").ShouldBeNull());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_interface_gains_a_property_here_and_an_implementer_there(bool isRequired)
    {
        var result = Merge(
            [new AddMember(Ref("INamed"), Text("nick") with { IsRequired = isRequired })], [new UpdateElement(Person, Json("""{"interfaces":["INamed"]}"""))]);

        var conflict = result.Conflicts.ShouldHaveSingleItem();
        conflict.Semantic.ShouldBe(SemanticKind.InterfaceMismatch);
        conflict.Causes.Length.ShouldBe(2);
        conflict.IsOpen.ShouldBe(isRequired);
        if (!isRequired)
            result.Merged.Named<ObjectType>("Person").Properties.Select(p => p.Name).ShouldContain("nick");
    }

    [Fact]
    public void A_name_taken_twice_is_unified_or_renamed()
    {
        var (ours, theirs) = (People.After(Create(Type("Team", Text("motto")))),
            People.After(Create(Type("Team", Text("color"))), Create(Link("memberOf", "Person", "Team"))));

        var asked = ThreeWayMerge.Run(People, ours, theirs).Open.ShouldHaveSingleItem();
        asked.Semantic.ShouldBe(SemanticKind.NameCollision);

        var unified = ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.Unify));
        unified.IsClean.ShouldBeTrue();
        unified.Merged.Named<ObjectType>("Team").Properties.Select(p => p.Name).ShouldBe(["motto", "color"], ignoreOrder: true);
        unified.Merged.Named<LinkType>("memberOf").To.Type.ShouldBe(unified.Merged.Named<ObjectType>("Team").Id);
        var renamed = ThreeWayMerge.Run(People, ours, theirs, Answer(asked, ResolutionChoice.Rename, "\"Squad\""));
        renamed.Merged.Named<ObjectType>("Squad").Properties.ShouldHaveSingleItem().Name.ShouldBe("color");
    }

    [Fact]
    public void What_both_sides_made_alike_is_one_whatever_the_ids()
    {
        var ids = new CountingIds();
        var (ours, theirs) = (Made(ids), Made(ids));

        var result = ThreeWayMerge.Run(People, ours, theirs);

        result.IsClean.ShouldBeTrue();
        result.Conflicts.Select(c => c.Severity).Distinct().ShouldBe([Severity.Info]);
        result.Conflicts.Select(c => c.Message.In("en")!).ShouldAllBe(m => m.Contains("alike") && !m.Contains("not alike"));
        result.Changes.ShouldBeEmpty();

        var heir = Editor.Apply(theirs, [Create(Type("Squad")), new UpdateElement(Ref("Squad"), Json("""{"parents":["Team"]}""")), new UpdateElement(
            Ref("Squad"), Json($$"""{"titleProperty":"{{theirs.Named<ObjectType>("Team").Properties[0].Id}}"}"""))], ids).Value.After;
        var merged = ThreeWayMerge.Run(People, ours, heir);
        merged.IsClean.ShouldBeTrue();
        merged.Merged.Named<ObjectType>("Squad").TitleProperty.ShouldBe(ours.Named<ObjectType>("Team").Properties[0].Id);

        static Snapshot Made(CountingIds ids)
        {
            var made = Editor.Apply(People, [Create(Type("Team", Text("motto"), Text("color"))), Create(Link("memberOf", "Person", "Team"))], ids).Value.After;
            var team = made.Named<ObjectType>("Team");
            return Editor.Apply(made, [new UpdateElement(team.Id, Json($$"""{"titleProperty":"{{team.Properties[0].Id}}"}"""))], ids).Value.After;
        }
    }

    [Fact]
    public void A_circle_that_only_both_make_blocks()
    {
        var start = Snapshot.Empty.After(Create(Type("A")), Create(Type("B")));
        var conflict = ThreeWayMerge.Run(
            start, start.After(new UpdateElement(Ref("A"), Json("""{"parents":["B"]}"""))),
            start.After(new UpdateElement(Ref("B"), Json("""{"parents":["A"]}""")))).Open.ShouldHaveSingleItem();

        conflict.Severity.ShouldBe(Severity.Block);
        conflict.Semantic.ShouldBe(SemanticKind.CircularDependency);
        conflict.Causes.Length.ShouldBe(2);
    }

    [Fact]
    public void Lists_keep_their_order_and_both_additions()
    {
        var result = Merge(
            [new MoveMember(Person, Member("email"), 0), new AddMember(Person, Text("a"), 1)], [new AddMember(Person, Text("b"), 1)]);

        result.Merged.Named<ObjectType>("Person").Properties.Select(p => p.Name).ShouldBe(["email", "a", "name", "b"]);
    }

    [Theory]
    [InlineData(ResolutionChoice.Ours, true, true)]
    [InlineData(ResolutionChoice.Theirs, false, false)]
    [InlineData(ResolutionChoice.Base, true, false)]
    public void An_answer_to_a_broken_rule_takes_back_only_what_breaks_it(ResolutionChoice choice, bool hasTitle, bool titles)
    {
        var start = Snapshot.Empty.After(
            Create(Type("B", Text("bx"))), Create(Type("A", Text("x"), Text("t"))), Create(Link("ab", "A", "B")),
            new UpdateElement(Ref("A"), Json("""{"parents":["B"]}""")));
        var (a, b) = (start.Named<ObjectType>("A"), start.Named<ObjectType>("B"));
        var (ours, theirs) = (
            start.After(new UpdateElement(a.Id, Json($$"""{"titleProperty":"{{a.Properties[1].Id}}"}""")), new UpdateElement(a.Id, Json("""{"tags":["mine"]}"""))),
            start.After(
                new RemoveMember(a.Id, a.Properties[1].Id), new AddMember(b.Id, Text("theirsNewOnB")), new AddMember(a.Id, Text("theirsNewOnA")),
                new UpdateMember(b.Id, b.Properties[0].Id, Json("""{"isIndexed":true}"""))));
        var asked = ThreeWayMerge.Run(start, ours, theirs).Open.ShouldHaveSingleItem();
        asked.Causes.Select(c => c.Name).Distinct().ShouldBe(["A"]);

        var result = ThreeWayMerge.Run(start, ours, theirs, Answer(asked, choice));

        result.IsClean.ShouldBeTrue();
        var merged = result.Merged.Named<ObjectType>("A");
        merged.Properties.Select(p => p.Name).ShouldBe(hasTitle ? ["x", "t", "theirsNewOnA"] : ["x", "theirsNewOnA"]);
        (merged.TitleProperty is not null).ShouldBe(titles);
        merged.Tags.ShouldBe(["mine"]);
        result.Merged.Named<ObjectType>("B").Properties.Select(p => (p.Name, p.IsIndexed == true)).ShouldBe([("bx", true), ("theirsNewOnB", false)]);
    }

    [Fact]
    public void Annotations_merge_key_by_key_and_list_by_list()
    {
        var start = People.After(Annotate("""{"a":{"x":1,"y":["p"]},"b":"text"}"""));

        var result = ThreeWayMerge.Run(
            start, start.After(Annotate("""{"a":{"x":2,"y":["p","q"]}}""")), start.After(Annotate("""{"a":{"x":1,"y":["r","p"],"z":true},"c":0}""")));

        result.IsClean.ShouldBeTrue();
        result.Merged.Find(Person)!.Annotations.Values.Select(v => $"{v.Key}={v.Value}").ShouldBe(["""a={"x":2,"y":["r","p","q"],"z":true}""", "b=\"text\"", "c=0"]);
    }

    [Fact]
    public void Criss_cross_histories_go_on_from_a_base_that_decides_nothing()
    {
        var one = People.After(new RenameElement(Person, "Human"));
        var other = People.After(new RenameElement(Person, "Individual"));

        var between = ThreeWayMerge.VirtualBase(People, one, other);

        between.Tree.ShouldBe(People.Tree);
        ThreeWayMerge.Run(between, one, other).Open.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_same_question_has_the_same_id_elsewhere()
    {
        var first = Asked([new RenameElement(Person, "Human")], [new RenameElement(Person, "Individual")]);
        var again = Asked(
            [new RenameElement(Person, "Human"), Create(Type("Else"))], [new RenameElement(Person, "Individual"), new AddMember(Person, Text("more"))]);

        again.Id.ShouldBe(first.Id);
    }

    private static MergeResult Merge(Operation[] ours, Operation[] theirs) => ThreeWayMerge.Run(People, People.After(ours), People.After(theirs));

    private static Conflict Asked(Operation[] ours, Operation[] theirs) => Merge(ours, theirs).Open.ShouldHaveSingleItem();

    private static Dictionary<string, Resolution> Answer(Conflict conflict, ResolutionChoice choice, string? value = null) =>
        new() { [conflict.Id] = new Resolution(choice, value is null ? null : Json(value)) };

    private static MemberId Member(string name) => People.Named<ObjectType>("Person").Properties.Single(p => p.Name == name).Id;

    private static UpdateMember Retype(MemberId member, string type) => new(Person, member, Json("{\"type\":{\"dataType\":\"" + type + "\"}}"));

    private static JsonLiteral Enum(params string[] values) =>
        Json($$"""{"constraints":[{"kind":"ENUM","value":[{{string.Join(',', values.Select(v => $"\"{v}\""))}}]}]}""");

    private static UpdateElement Annotate(string json) => new(Person, Json("{\"annotations\":" + json + "}"));
}
