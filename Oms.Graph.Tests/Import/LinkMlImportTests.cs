using Oms.Domain.Import;
using Oms.Domain.Import.LinkMl;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Shouldly;
using Xunit;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Graph.Tests.Import;

public sealed class LinkMlImportTests
{
    private const string Zoo = """
        types:
          weight in kg: {typeof: double, minimum_value: 0}
        enums:
          DietEnum:
            permissible_values:
              meat: {description: other animals}
              plants:
        slots:
          name: {required: true, description: What it is called.}
          weight: {range: weight in kg}
          heavy weight: {is_a: weight, multivalued: true}
          diet: {range: DietEnum}
          eats: {domain: animal, range: animal, multivalued: true, inverse: eaten by}
          friend of: {domain: animal, range: animal, symmetric: true}
          keeper: {range: person}
        classes:
          named:
            mixin: true
            slots: [name]
          person:
            mixins: [named]
          animal:
            abstract: true
            description: Something that lives.
            aliases: [beast]
            in_subset: [small]
            slots: [weight, diet, eats]
          pet cat:
            is_a: animal
            mixins: [named]
            deprecated: Cats keep people.
            deprecated_element_has_exact_replacement: zoo:person
            slots: [keeper]
            slot_usage:
              weight: {required: true}
              eats: {range: mouse}
          mouse: {is_a: animal}
        """;

    [Fact]
    public void A_class_is_an_object_type_and_a_mixin_an_interface()
    {
        var zoo = LinkMl.Import(Zoo);
        var cat = zoo.Named<ObjectType>("PetCat");
        cat.DisplayName.In("en").ShouldBe("pet cat");
        cat.Parents.ShouldBe([zoo.Named<ObjectType>("Animal").Id]);
        cat.Interfaces.ShouldBe([zoo.Named<Interface>("Named").Id]);
        cat.Source.ShouldBe("https://example.org/zoo/PetCat");
        zoo.Named<ObjectType>("Animal").IsAbstract.ShouldBeTrue();
        zoo.Named<ObjectType>("Animal").Description.In("en").ShouldBe("Something that lives.");
        zoo.Named<ObjectType>("Animal").Tags.ShouldBe(["beast", "subset:small"]);
    }

    [Fact]
    public void A_deprecated_class_names_what_replaces_it()
    {
        var zoo = LinkMl.Import(Zoo);
        var cat = zoo.Named<ObjectType>("PetCat");
        cat.Status.ShouldBe(Status.Deprecated);
        cat.Deprecation.ShouldBe(new Deprecation { Reason = "Cats keep people.", ReplacedBy = zoo.Named<ObjectType>("Person").Id.Value });
    }

    [Fact]
    public void A_slot_of_values_is_a_shared_property_that_its_classes_refer_to()
    {
        var zoo = LinkMl.Import(Zoo);
        var name = zoo.Named<SharedProperty>("name");
        (name.IsRequired, name.Type).ShouldBe((true, TypeRef.Data("string")));
        zoo.Named<Interface>("Named").Properties.ShouldHaveSingleItem().SharedProperty.ShouldBe(name.Id);
        zoo.Named<ObjectType>("Person").Properties.ShouldHaveSingleItem().SharedProperty.ShouldBe(name.Id);
        zoo.Named<SharedProperty>("heavyWeight").Type.ShouldBe(TypeRef.ArrayOf(new TypeRef { ValueType = zoo.Named<ValueType>("WeightInKg").Id }));
    }

    [Fact]
    public void What_a_class_says_of_an_inherited_slot_is_an_override()
    {
        var weight = LinkMl.Import(Zoo).Named<ObjectType>("PetCat").Properties.Single(p => p.Name == "weight");
        (weight.IsRequired, weight.Type).ShouldBe((true, null));
    }

    [Fact]
    public void A_slot_that_leads_to_a_class_is_a_link_type_of_its_domain_and_of_each_class_that_has_it()
    {
        var zoo = LinkMl.Import(Zoo);
        zoo.Elements.OfType<LinkType>().Select(l => (l.Name, l.From.Type, l.To.Type, l.Cardinality)).ShouldBe(
            [
                ("Eats", Id("Animal"), Id("Animal"), Cardinality.ManyToMany),
                ("FriendOf", Id("Animal"), Id("Animal"), Cardinality.ManyToOne),
                ("PetCat_keeper", Id("PetCat"), Id("Person"), Cardinality.ManyToOne),
                ("PetCat_eats", Id("PetCat"), Id("Mouse"), Cardinality.ManyToMany),
            ],
            ignoreOrder: true);
        zoo.Named<LinkType>("FriendOf").IsSymmetric.ShouldBeTrue();
        zoo.Named<LinkType>("PetCat_eats").From.Name.ShouldBe("eats");

        ElementId Id(string name) => zoo.Named<ObjectType>(name).Id;
    }

    [Fact]
    public void An_enum_is_a_value_type_of_its_values()
    {
        var diet = LinkMl.Import(Zoo).Named<ValueType>("DietEnum").Constraints.ShouldHaveSingleItem();
        (diet.Kind, diet.Value.Text).ShouldBe((ConstraintKind.Enum, """["meat","plants"]"""));
    }

    [Fact]
    public void What_has_no_place_is_told_with_its_line()
    {
        LinkMl.Import(Zoo).Unmapped.Select(u => (u.Subject, u.Reason, u.Line)).ShouldBe(
            [
                ("slot 'heavy weight'", "Properties and links have no parents here, so that 'is_a: weight' is not kept.", 15),
            ]);
    }

    [Fact]
    public void What_has_no_field_is_kept_as_an_annotation_under_its_key()
    {
        var zoo = LinkMl.Import(Zoo);

        zoo.Elements.Single(e => e.Annotations.Values.ContainsKey("inverse")).Name.ShouldBe("Eats");
        zoo.Named<ValueType>("DietEnum").Annotations.Values["permissible_values"].Text.ShouldContain("description");
        var head = zoo.Elements.Single(e => e.Visibility == Visibility.Hidden);
        head.Annotations.Values["prefixes"].Text.ShouldBe("""{"zoo":"https://example.org/zoo/"}""");
        head.Annotations.Values["default_prefix"].Text.ShouldBe("\"zoo\"");
    }

    [Fact]
    public void A_definition_that_becomes_no_element_is_kept_on_the_head_of_its_schema()
    {
        var head = LinkMl.Import("slots:\n  a: {range: b, comments: [x]}").Elements.ShouldHaveSingleItem();

        head.Annotations.Values["slots/a"].Text.ShouldBe("""{"comments":["x"],"range":"b"}""");
    }

    [Theory]
    [InlineData("classes:\n  a: {is_a: b}", "class 'a'", "'b', which it names under 'is_a', is no class of these files.")]
    [InlineData("classes:\n  a: {slots: [b]}", "class 'a'", "Its slot 'b' is not in these files, or was left out.")]
    [InlineData("slots:\n  a: {range: b}", "slot 'a'", "It is left out: its range 'b' is no class, enum or type of these files or of LinkML.")]
    [InlineData("classes:\n  a b:\n  a_b:", "class 'a_b'", "It would be called 'AB', as the class 'a b' is.")]
    [InlineData("classes:\n  日本:", "class '日本'", "No name can be made of it: there is no letter or digit of ASCII in it.")]
    [InlineData("classes:\n  a: words", "classes", "What is said of 'a' is no mapping of keys to values.")]
    [InlineData("classes:\n  a: {abstract: perhaps}", "class 'a'", "The value of 'abstract' is neither true nor false.")]
    [InlineData("classes:\n  a:\n  b: {mixin: true, is_a: a}", "class 'b'", "An interface can not inherit from the object type 'a', which it names under 'is_a'.")]
    [InlineData("slots:\n  a: {range: integer, pattern: b}", "slot 'a'", "The rule 'pattern: b' can not stand on values of long here.")]
    public void What_does_not_fit_is_left_out_and_told(string sections, string subject, string reason)
    {
        LinkMl.Import(sections).Unmapped.ShouldContain(u => u.Subject == subject && u.Reason == reason && u.Line >= 6);
    }

    [Fact]
    public void Ids_follow_from_the_names_and_not_from_their_place()
    {
        var before = LinkMl.Import("classes:\n  a:\n  b: {slots: [c]}\nslots:\n  c:");
        var after = LinkMl.Import("slots:\n  d:\n  c: {range: integer}\nclasses:\n  b: {is_a: a, slots: [d, c]}\n  a: {abstract: true}");
        after.Named<ObjectType>("A").Id.ShouldBe(before.Named<ObjectType>("A").Id);
        after.Named<SharedProperty>("c").Id.ShouldBe(before.Named<SharedProperty>("c").Id);
        after.Named<ObjectType>("B").Properties.Single(p => p.Name == "c").Id.ShouldBe(before.Named<ObjectType>("B").Properties.Single().Id);
    }

    [Fact]
    public void Ids_stay_when_a_vocabulary_moves_from_http_to_https()
    {
        const string Schema = "id: http://example.org/zoo/\nclasses:\n  a: {mixin: true}\n  b: {mixins: [a]}\n  c: {is_a: b}\nslots:\n  d: {domain: b, range: c}\n  e:\n";
        var before = LinkMl.Accepted(LinkMl.Read(Schema).Value);
        var after = LinkMl.Accepted(LinkMl.Read(Schema.Replace("http:", "https:")).Value);
        after.Elements.Select(e => e.Id).ShouldBe(before.Elements.Select(e => e.Id));
        (before.Elements[0].Source, after.Elements[0].Source).ShouldBe(("http://example.org/zoo/e", "https://example.org/zoo/e"));
    }

    [Fact]
    public void What_a_class_names_twice_it_has_once_so_that_a_second_import_changes_nothing()
    {
        var vocabulary = LinkMl.Import("classes:\n  a:\n  b: {mixin: true}\n  c: {is_a: a, mixins: [a, b, b]}");
        var c = vocabulary.Named<ObjectType>("C");
        (c.Parents.Length, c.Interfaces.Length).ShouldBe((1, 1));
        var first = Editor.Apply(Snapshot.Empty, ImportPlanner.Plan(Snapshot.Empty, vocabulary).Operations, new NoIds()).Value;
        ImportPlanner.Plan(first.After, vocabulary).Operations.ShouldBeEmpty();
    }

    [Fact]
    public void A_mixin_that_asks_for_more_than_a_parent_gives_is_satisfied()
    {
        var vocabulary = LinkMl.Import("""
            slots:
              name:
            classes:
              strict: {mixin: true, slots: [name], slot_usage: {name: {required: true}}}
              thing: {slots: [name]}
              person: {is_a: thing, mixins: [strict]}
            """);
        vocabulary.Named<ObjectType>("Person").Properties.ShouldHaveSingleItem().IsRequired.ShouldBe(true);
    }

    [Fact]
    public void An_attribute_is_a_property_of_its_class_alone()
    {
        var vocabulary = LinkMl.Import("classes:\n  a: {attributes: {size: {range: integer}, twin: {range: a}}}\n  b: {is_a: a, attributes: {size: {}}}");
        vocabulary.Named<ObjectType>("A").Properties.ShouldHaveSingleItem().Type.ShouldBe(TypeRef.Data("long"));
        vocabulary.Named<LinkType>("A_twin").To.Type.ShouldBe(vocabulary.Named<ObjectType>("A").Id);
        vocabulary.Unmapped.ShouldContain(u => u.Reason.StartsWith("It has, or inherits, another property 'size' already"));
    }

    [Fact]
    public void A_pattern_that_may_stand_anywhere_in_a_text_still_may()
    {
        var vocabulary = LinkMl.Import("slots:\n  a: {pattern: 'x+'}\n  b: {pattern: '^x+$'}\n  c: {pattern: '(?=x)'}");
        vocabulary.Named<SharedProperty>("a").Constraints.Single().Value.Text.ShouldBe("""
            "[\\s\\S]*(?:x+)[\\s\\S]*"
            """);
        vocabulary.Named<SharedProperty>("b").Constraints.Single().Value.Text.ShouldBe("\"^x+$\"");
        vocabulary.Named<SharedProperty>("c").Constraints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("name: zoo\nclasses:\n  a:\n", 1, "has an 'id' at its top")]
    [InlineData("id: a\nversion: 1\n", 1, "this one has none of them")]
    [InlineData("id: a\nclasses: all\n", 2, "'classes' is a single value")]
    [InlineData("id: a\nclasses:\n- name: b\n- name: c\n- name: b\n", 5, "the class 'b' is defined a second time, after line 3")]
    public void What_is_no_schema_is_refused(string yaml, int line, string what)
    {
        var refusal = LinkMl.Refused(LinkMlImport.Map([LinkMl.Read(yaml).Value]));
        refusal.Line.ShouldBe(line, refusal.What);
        refusal.What.ShouldContain(what);
    }

    [Fact]
    public void Files_may_refer_to_each_other()
    {
        var both = LinkMl.Accepted(
            LinkMl.Read("id: https://example.org/a\nclasses:\n  a: {is_a: b}\n").Value, LinkMl.Read("id: https://example.org/b\nclasses:\n  b:\n").Value);
        both.Named<ObjectType>("A").Parents.ShouldBe([both.Named<ObjectType>("B").Id]);
        both.Unmapped.ShouldBeEmpty();
    }

    [Fact]
    public void The_whole_Biolink_model_is_accepted_by_the_registry()
    {
        var biolink = LinkMl.Accepted(LinkMl.ReadData("biolink-largest.yaml.gz").Value);
        biolink.Elements.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Count()).ShouldBe(
            new Dictionary<ElementKind, int>
            {
                [ElementKind.ValueType] = 45,
                [ElementKind.SharedProperty] = 243,
                [ElementKind.ObjectType] = 282,
                [ElementKind.Interface] = 51,
                [ElementKind.LinkType] = 561,
            },
            ignoreOrder: true);
        biolink.Unmapped.ShouldAllBe(u => u.Line > 0);
    }

    [Fact]
    public void A_schema_in_which_people_defined_a_class_twice_is_refused_at_the_second()
    {
        LinkMl.Refused(LinkMlImport.Map([LinkMl.ReadData("biolink-defined-twice.yaml.gz").Value])).Message.ShouldBe(
            "biolink-defined-twice.yaml.gz, line 991: the class 'chemical to gene association' is defined a second time, after line 939.");
    }
}
