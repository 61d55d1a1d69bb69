using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Ontology.Commits;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.Ontology;

/// <summary>One row a rule: what a commit holds, the code it is refused with, and the path that is told.</summary>
public class RuleTests
{
    private const string Any = """{"name":"x","type":{"dataType":"string"}}""";

    private static readonly Snapshot Model = Snapshot.Empty.After(
        Create(Type("Person", Text("name"), Text("ssn") with { IsPrimaryKey = true }) with { TitleProperty = MemberId.Trusted("name") }),
        Create(Child("Employee", "Person", Typed("age", TypeRef.Data("integer")))),
        Create(Type("Company", Text("name"))),
        Create(Link("worksFor", "Employee", "Company")),
        Create(new SharedProperty { Name = "label", Type = TypeRef.Data("string") }),
        Create(new Interface { Name = "Named", Properties = [Text("name")] }),
        Create(new ValueType { Name = "level", BaseType = TypeRef.Data("integer"), Constraints = [Rule(ConstraintKind.Min, "1"), Rule(ConstraintKind.Max, "9")] }),
        Create(new StructType { Name = "Span", Fields = [new StructField { Name = "from", Type = TypeRef.Data("date"), IsRequired = true }] }),
        Create(new FunctionType { Name = "score", ReturnType = TypeRef.Data("double") }));

    public static TheoryData<string, string, string, string> Patches => new()
    {
        // Element, patch, code, path after operations.0
        { "Person", """{"color":"red"}""", "MALFORMED_INPUT", "color" },
        { "Person", """{"color":"#12345G"}""", "MALFORMED_INPUT", "color" },
        { "Person", """{"docUrl":"ftp://x.org"}""", "MALFORMED_INPUT", "docUrl" },
        { "Person", """{"docUrl":"/relative"}""", "MALFORMED_INPUT", "docUrl" },
        { "Person", """{"displayName":{"EN":"x"}}""", "MALFORMED_INPUT", "displayName" },
        { "Person", """{"description":{"en":"a\u0000b"}}""", "MALFORMED_INPUT", "description.en" },
        { "Person", """{"tags":[" "]}""", "INVALID_DEFINITION", "tags.0" },
        { "Person", """{"namespace":"a..b"}""", "INVALID_NAME", "namespace" },
        { "Person", """{"status":"DEPRECATED"}""", "INVALID_DEFINITION", "deprecation" },
        { "Person", """{"deprecation":{"reason":"old"}}""", "INVALID_DEFINITION", "status" },
        { "Person", """{"status":"DEPRECATED","deprecation":{"reason":""}}""", "INVALID_DEFINITION", "deprecation.reason" },
        { "Person", """{"status":"DEPRECATED","deprecation":{"reason":"x","replacedBy":"ot-nobody"}}""", "UNKNOWN_REFERENCE", "deprecation.replacedBy" },
        { "Person", """{"status":"DEPRECATED","deprecation":{"reason":"x","replacedBy":"label"}}""", "UNKNOWN_REFERENCE", "deprecation.replacedBy" },
        { "Person", """{"parents":["Person"]}""", "REFERENCE_CYCLE", "parents" },
        { "Person", """{"parents":["Employee"]}""", "REFERENCE_CYCLE", "parents" },
        { "Person", """{"parents":["Named"]}""", "UNKNOWN_REFERENCE", "parents.0" },
        { "Company", """{"titleProperty":"nothing"}""", "UNKNOWN_REFERENCE", "titleProperty" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"string"}},{"name":"a","type":{"dataType":"string"}}]}""", "DUPLICATE_NAME", "properties.1.name" },
        { "Company", """{"properties":[{"name":"1a","type":{"dataType":"string"}}]}""", "INVALID_NAME", "properties.0.name" },
        { "Company", """{"properties":[{"name":"true","type":{"dataType":"string"}}]}""", "INVALID_NAME", "properties.0.name" },
        { "Company", """{"properties":[{"name":"a"}]}""", "INVALID_TYPE", "properties.0.type" },
        { "Company", """{"properties":[{"name":"a","type":{}}]}""", "INVALID_TYPE", "properties.0.type" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"string","valueType":"level"}}]}""", "INVALID_TYPE", "properties.0.type" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"strange"}}]}""", "UNKNOWN_REFERENCE", "properties.0.type.dataType" },
        { "Company", """{"properties":[{"name":"a","type":{"valueType":"Span"}}]}""", "UNKNOWN_REFERENCE", "properties.0.type.valueType" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"array"}}]}""", "INVALID_TYPE", "properties.0.type.items" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"string","items":{"dataType":"string"}}}]}""", "INVALID_TYPE", "properties.0.type.items" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"map","items":{"dataType":"string"}}}]}""", "INVALID_TYPE", "properties.0.type.key" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"map","items":{"dataType":"string"},"key":{"dataType":"boolean"}}}]}""", "INVALID_TYPE", "properties.0.type.key" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"decimal","precision":39}}]}""", "LIMIT_EXCEEDED", "properties.0.type.precision" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"decimal","precision":38,"scale":19}}]}""", "LIMIT_EXCEEDED", "properties.0.type.scale" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"decimal","precision":3,"scale":4}}]}""", "INVALID_TYPE", "properties.0.type.scale" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"integer","scale":1}}]}""", "INVALID_TYPE", "properties.0.type" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"vector","dimensions":4097}}]}""", "LIMIT_EXCEEDED", "properties.0.type.dimensions" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"string"},"sharedProperty":"label"}]}""", "INVALID_DEFINITION", "properties.0.type" },
        { "Company", """{"properties":[{"name":"a","sharedProperty":"Span"}]}""", "UNKNOWN_REFERENCE", "properties.0.sharedProperty" },
        { "Company", """{"properties":[{"name":"a","type":{"dataType":"json"},"isPrimaryKey":true}]}""", "INVALID_DEFINITION", "properties.0.isPrimaryKey" },
        { "Employee", """{"properties":[{"name":"name","type":{"dataType":"string"}}]}""", "DUPLICATE_NAME", "properties.0.name" },
        { "Employee", """{"properties":[{"name":"no","type":{"dataType":"string"},"isPrimaryKey":true}]}""", "INVALID_DEFINITION", "properties" },
        { "Person", """{"properties":[{"name":"ssn","type":{"dataType":"string"},"isPrimaryKey":true}]}""", "MEMBER_IN_USE", "titleProperty" },
        { "Person", """{"properties":[{"name":"name","type":{"dataType":"string"}}]}""", "MEMBER_IN_USE", "" },
        { "Company", """{"interfaces":["Named"],"properties":[]}""", "IFACE_MISSING_PROPERTY", "interfaces" },
        { "Company", """{"interfaces":["Named"],"properties":[{"name":"name","type":{"dataType":"integer"}}]}""", "IFACE_PROPERTY_TYPE_MISMATCH", "interfaces" },
        { "worksFor", """{"from":{"name":""}}""", "INVALID_DEFINITION", "from.name" },
        { "worksFor", """{"isSymmetric":true,"to":{"type":"Employee"}}""", "INVALID_DEFINITION", "directionality" },
        { "worksFor", """{"isSymmetric":true,"directionality":"BIDIRECTIONAL"}""", "INVALID_DEFINITION", "to.type" },
        { "worksFor", """{"cascadeDelete":true,"cascadeDepth":6}""", "LIMIT_EXCEEDED", "cascadeDepth" },
        { "worksFor", """{"cascadeDepth":2}""", "INVALID_DEFINITION", "cascadeDepth" },
        { "worksFor", """{"traversalDepth":-1}""", "LIMIT_EXCEEDED", "traversalDepth" },
        { "worksFor", """{"from":{"type":"label"}}""", "UNKNOWN_REFERENCE", "from.type" },
        { "worksFor", """{"properties":[{"name":"a","type":{"dataType":"string"},"isPrimaryKey":true}]}""", "INVALID_DEFINITION", "properties.0.isPrimaryKey" },
        { "Named", """{"extends":["Named"]}""", "REFERENCE_CYCLE", "extends" },
        { "Named", """{"requiredLinks":[{"name":"a"}]}""", "INVALID_DEFINITION", "requiredLinks.0.target" },
        { "Span", """{"fields":[]}""", "LIMIT_EXCEEDED", "fields" },
        { "Span", """{"fields":[{"name":"inner","type":{"structType":"Span"}}]}""", "INVALID_TYPE", "fields.0.type.structType" },
        { "Span", """{"fields":[{"name":"inner","type":{"dataType":"array","items":{"structType":"Span"}}}]}""", "INVALID_TYPE", "fields.0.type.items.structType" },
        { "Span", """{"displayTemplate":"{until}"}""", "UNKNOWN_REFERENCE", "displayTemplate" },
        { "Span", """{"displayTemplate":"{from"}""", "INVALID_DEFINITION", "displayTemplate" },
        { "level", """{"version":7}""", "READ_ONLY_FIELD", "version" },
        { "level", """{"baseType":{"valueType":"level"}}""", "INVALID_TYPE", "baseType" },
        { "level", """{"constraints":[{"kind":"MIN","value":5},{"kind":"MAX","value":4}]}""", "INVALID_CONSTRAINT", "constraints" },
        { "level", """{"constraints":[{"kind":"MIN","value":1},{"kind":"MIN","value":2}]}""", "INVALID_CONSTRAINT", "constraints.1" },
        { "level", """{"constraints":[{"kind":"MIN","value":"one"}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "level", """{"constraints":[{"kind":"PATTERN","value":"x"}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "level", """{"constraints":[{"kind":"ENUM","value":"x"}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "level", """{"constraints":[{"kind":"ENUM","value":[]}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "level", """{"constraints":[{"kind":"ENUM","value":[1,1.0]}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "level", """{"constraints":[{"kind":"ENUM","value":[1,20]},{"kind":"MAX","value":9}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "level", """{"constraints":[{"value":1}]}""", "MALFORMED_INPUT", "constraints.0.kind" },
        { "level", """{"examples":[0]}""", "INVALID_VALUE", "examples.0" },
        { "level", """{"displayFormat":"{values}"}""", "UNKNOWN_REFERENCE", "displayFormat" },
        { "label", """{"type":null}""", "INVALID_TYPE", "type" },
        { "label", """{"defaultValue":7}""", "INVALID_VALUE", "defaultValue" },
        { "label", """{"constraints":[{"kind":"PATTERN","value":"(a)\\1"}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "label", """{"constraints":[{"kind":"PATTERN","value":"(?=a)b"}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "label", """{"constraints":[{"kind":"PATTERN","value":"a)|(b"}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "label", """{"constraints":[{"kind":"PATTERN","value":"((a{1000}){1000}){1000}"}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "label", """{"constraints":[{"kind":"MIN_LENGTH","value":-1}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "label", """{"constraints":[{"kind":"MIN_ITEMS","value":1}]}""", "INVALID_CONSTRAINT", "constraints.0" },
        { "score", """{"timeoutMs":0}""", "LIMIT_EXCEEDED", "timeoutMs" },
        { "score", """{"memoryMb":2000000}""", "LIMIT_EXCEEDED", "memoryMb" },
        { "score", """{"parameters":[{"name":"a","type":{"dataType":"string"},"defaultValue":1}]}""", "INVALID_VALUE", "parameters.0.defaultValue" },
    };

    [Theory]
    [MemberData(nameof(Patches))]
    public void A_patch_against_a_rule_is_refused_at_its_path(string element, string patch, string code, string path)
    {
        var refusals = Model.Refused(new UpdateElement(Ref(element), Json(patch)));

        refusals.Select(r => (r.Code, string.Join('.', r.Path))).ShouldContain((code, $"operations.0.{path}".TrimEnd('.')));
        refusals.ShouldAllBe(r => r.Message.Length > 20 || r is MalformedInput);
    }

    public static TheoryData<string, string> Accepted => new()
    {
        { "Person", """{"color":"#1A73e8","docUrl":"https://example.org/x","tags":["b","a","b"],"titleProperty":"name"}""" },
        { "Employee", """{"titleProperty":"name"}""" },
        { "Company", """{"interfaces":["Named"]}""" },
        { "Company", $$"""{"properties":[{{Any}},{"name":"class","sharedProperty":"label","defaultValue":"z"}]}""" },
        { "Company", """{"properties":[{"name":"p","type":{"structType":"st-address"},"defaultValue":{"street1":"a","city":"b","state":"c","postal_code":"12345"}}]}""" },
        { "Company", """{"properties":[{"name":"p","type":{"valueType":"vt-email-address"},"defaultValue":"a@b.org"}]}""" },
        { "Company", """{"properties":[{"name":"p","type":{"valueType":"email_address"}}]}""" },
        { "Company", """{"properties":[{"name":"p","type":{"dataType":"array","items":{"dataType":"array","items":{"valueType":"level"}}},"defaultValue":[[1,2],[9]],"constraints":[{"kind":"MAX_ITEMS","value":2}]}]}""" },
        { "Company", """{"properties":[{"name":"p","type":{"dataType":"decimal","precision":38,"scale":18},"defaultValue":12345678901234567890.123456789012345678}]}""" },
        { "worksFor", """{"directionality":"BIDIRECTIONAL","cascadeDelete":true}""" },
        { "level", """{"constraints":[{"kind":"ENUM","value":[1,5]}],"examples":[5]}""" },
        { "score", """{"returnType":null}""" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_patch_that_keeps_the_rules_is_accepted(string element, string patch) =>
        Model.After(new UpdateElement(Ref(element), Json(patch))).Count.ShouldBe(Model.Count);

    [Fact]
    public void Value_types_count_versions_when_base_or_constraints_change_and_only_then()
    {
        var relabelled = Model.After(new UpdateElement(Ref("level"), Json("""{"displayName":{"en":"Level"}}""")));
        var narrowed = relabelled.After(new UpdateElement(Ref("level"), Json("""{"constraints":[{"kind":"MAX","value":8}]}""")));

        Model.Named<ValueType>("level").Version.ShouldBe(1);
        relabelled.Named<ValueType>("level").Version.ShouldBe(1);
        narrowed.Named<ValueType>("level").Version.ShouldBe(2);
    }

    [Fact]
    public void A_value_type_is_not_narrowed_under_the_defaults_of_those_that_use_it()
    {
        var used = Model.After(
            new AddMember(Ref("Span"), new StructField { Name = "grade", Type = new TypeRef { ValueType = Ref("level") } }),
            Create(new SharedProperty { Name = "span", Type = new TypeRef { StructType = Ref("Span") }, DefaultValue = Json("""{"from":"2024-01-01","grade":9}""") }),
            new AddMember(Ref("Company"), new Property { Name = "span", SharedProperty = Ref("span") }));

        var refusals = used.Refused(new UpdateElement(Ref("level"), Json("""{"constraints":[{"kind":"MAX","value":8}]}""")));

        var (company, shared) = (used.Named<ObjectType>("Company").Id, used.Named<SharedProperty>("span").Id);
        refusals.Select(r => string.Join('.', r.Path)).ShouldBe(
            [$"operations.0.usedBy.{shared}.defaultValue.grade", $"operations.0.usedBy.{company}.properties.1.defaultValue.grade"], ignoreOrder: true);
    }

    [Fact]
    public void An_interface_does_not_ask_for_more_than_its_implementers_have()
    {
        var implemented = Model.After(new UpdateElement(Ref("Person"), Json("""{"interfaces":["Named"]}""")));

        var refusals = implemented.Refused(new AddMember(Ref("Named"), Text("nick")));

        refusals.Cast<InterfaceNotSatisfied>().Select(r => (r.Code, r.ObjectType)).ShouldBe(
            [("IFACE_MISSING_PROPERTY", implemented.Named<ObjectType>("Person").Id), ("IFACE_MISSING_PROPERTY", implemented.Named<ObjectType>("Employee").Id)],
            ignoreOrder: true);
    }

    [Fact]
    public void A_required_link_stays_while_an_interface_asks_for_it()
    {
        var asking = Model.After(
            Create(new Interface { Name = "Working", RequiredLinks = [new RequiredLink { Name = "worksForTo", Target = Ref("Company") }] }),
            new UpdateElement(Ref("Employee"), Json("""{"interfaces":["Working"]}""")));

        asking.Refused<InterfaceNotSatisfied>(new DeleteElement(Ref("worksFor"))).Code.ShouldBe("IFACE_MISSING_RELATIONSHIP");
        asking.Refused<InterfaceNotSatisfied>(new UpdateElement(Ref("worksFor"), Json("""{"to":{"type":"Person"}}"""))).Code
            .ShouldBe("IFACE_REL_TARGET_MISMATCH");
    }

    [Fact]
    public void A_property_name_does_not_meet_the_same_name_further_down()
    {
        var refusal = Model.Refused<DuplicateName>(new AddMember(Ref("Person"), Typed("age", TypeRef.Data("string"))));

        refusal.Path[2].ShouldBe("usedBy");
        refusal.Message.ShouldContain("'Employee'");
    }

    [Fact]
    public void Two_references_to_one_shared_property_may_share_a_name_along_the_line()
    {
        var shared = new Property { Name = "label", SharedProperty = Ref("label") };

        var after = Model.After(new AddMember(Ref("Person"), shared), new AddMember(Ref("Employee"), shared with { IsRequired = true }));

        var label = after.EffectiveProperties(after.Named<ObjectType>("Employee")).Single(p => p.Name == "label");
        label.IsRequired.ShouldBeTrue();
        label.Overrides.ShouldBe(["isRequired"]);
        label.DeclaredBy.ShouldBe(after.Named<ObjectType>("Employee").Id);
    }

    [Fact]
    public void Two_parents_with_one_name_clash_where_they_meet_and_not_again_below()
    {
        var refusal = Snapshot.Empty.Refused<DuplicateName>(
            Create(Type("A", Text("x"))), Create(Type("B", Text("x"))), Create(Type("C") with { Parents = [Ref("A"), Ref("B")] }), Create(Child("D", "C")));

        refusal.Path.ShouldBe(["operations", "2"]);
    }

    [Fact]
    public void A_circle_over_several_new_types_is_told_once()
    {
        var refusal = Snapshot.Empty.Refused<ReferenceCycle>(Create(Child("A", "B")), Create(Child("B", "C")), Create(Child("C", "A")));

        refusal.Elements.Length.ShouldBe(3);
    }

    [Fact]
    public void Built_in_types_are_referred_to_but_not_edited()
    {
        Model.Refused<BuiltInElement>(new RenameElement(Ref("vt-email-address"), "mail")).Path.ShouldBe(["operations", "0", "element"]);
        Model.Refused<DuplicateName>(Create(new ValueType { Name = "url", BaseType = TypeRef.Data("string") }));
        Model.Refused<DuplicateName>(Create(new ValueType { Id = Ref("vt-url"), Name = "link", BaseType = TypeRef.Data("string") }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("_x")]
    [InlineData("a-b")]
    [InlineData("a b")]
    [InlineData("né")]
    [InlineData("Query")]
    [InlineData("String")]
    [InlineData("null")]
    public void A_name_that_breaks_generated_code_is_refused(string name) =>
        Model.Refused<InvalidName>(Create(Type(name))).Path.ShouldBe(["operations", "0", "name"]);

    [Fact]
    public void A_name_is_taken_once_per_kind()
    {
        Model.Refused<DuplicateName>(Create(Type("Person"))).Other.ShouldBe(Model.Named<ObjectType>("Person").Id);
        Model.Refused<DuplicateName>(Create(Type("Twin")), Create(Type("Twin")));
        Model.After(Create(new SharedProperty { Name = "Person", Type = TypeRef.Data("string") })).Count.ShouldBe(Model.Count + 1);
    }

    [Fact]
    public void A_name_that_several_kinds_have_is_ambiguous_until_the_kind_is_said()
    {
        var model = Model.After(Create(new SharedProperty { Name = "Person", Type = TypeRef.Data("string") }));

        model.Refused<AmbiguousReference>(new RenameElement(Ref("Person"), "Human")).Candidates.Length.ShouldBe(2);
        model.After(new RenameElement(Ref("Person"), "Human") { Kind = ElementKind.ObjectType }).Named<ObjectType>("Human").ShouldNotBeNull();
    }

    [Fact]
    public void Limits_tell_the_limit_and_the_actual_size()
    {
        var many = Type("Wide", [.. Enumerable.Range(0, 2001).Select(i => Text($"p{i}"))]);
        var refusal = Model.Refused<LimitExceeded>(Create(many));

        (refusal.Limit, refusal.Actual).ShouldBe((2000, 2001));
        Model.Refused<LimitExceeded>(Create(Type(new string('a', 256)))).Actual.ShouldBe(256);
        Model.Refused<LimitExceeded>(Create(Type("T") with { Tags = [.. Enumerable.Range(0, 51).Select(i => $"t{i:00}")] })).Actual.ShouldBe(51);
        Model.Refused<LimitExceeded>(Create(Type("T") with { Description = LocalizedText.English(new string('x', 16_385)) })).Actual.ShouldBe(16_385);
    }

    [Fact]
    public void Neither_deep_types_nor_deep_values_get_as_far_as_the_store()
    {
        var deep = TypeRef.Data("string");
        for (var i = 0; i < 500; i++)
            deep = TypeRef.ArrayOf(deep);
        var value = new string('[', 60) + new string(']', 60);

        Model.Refused<LimitExceeded>(Create(Type("Deep", Typed("p", deep)))).Path.ShouldBe(["operations", "0", "properties", "0", "type"]);
        Model.Refused<LimitExceeded>(Create(Type("Deep", Typed("p", TypeRef.Data("json")) with { DefaultValue = Json(value) })));
    }

    [Fact]
    public void At_most_a_hundred_violations_are_told_and_that_there_are_more()
    {
        var refusals = Snapshot.Empty.Refused([.. Enumerable.Range(0, 150).Select(i => Create(Type($"{i}")))]);

        refusals.Length.ShouldBe(101);
        refusals[^1].ShouldBeOfType<FurtherViolations>();
    }

    [Fact]
    public void Everything_wrong_with_a_commit_is_told_at_once()
    {
        var refusals = Model.Refused(
            new RenameElement(Ref("Nobody"), "x"), Create(Type("1")), Create(Link("l", "Ghost", "Person")), new DeleteElement(Ref("Person")));

        refusals.Select(r => (r.Path[1], r.Code)).ShouldBe(
            [("0", "UNKNOWN_REFERENCE"), ("1", "INVALID_NAME"), ("2", "UNKNOWN_REFERENCE"), ("2", "UNKNOWN_REFERENCE"), ("3", "ELEMENT_IN_USE")], ignoreOrder: true);
    }

    [Fact]
    public void A_primary_key_is_removed_by_force_or_after_another_took_its_place()
    {
        Model.Refused<ReferencedMember>(new RemoveMember(Ref("Person"), MemberId.Trusted("ssn")));
        Model.After(new RemoveMember(Ref("Person"), MemberId.Trusted("ssn"), Force: true)).Named<ObjectType>("Person").Properties.Length.ShouldBe(1);
        Model.After(
            new UpdateMember(Ref("Person"), MemberId.Trusted("name"), Json("""{"isPrimaryKey":true}""")),
            new RemoveMember(Ref("Person"), MemberId.Trusted("ssn"))).Named<ObjectType>("Person").Properties.Length.ShouldBe(1);
    }

    [Fact]
    public void A_title_that_an_heir_shows_is_not_removed_above_it()
    {
        var titled = Model.After(
            new UpdateElement(Ref("Person"), Json("""{"titleProperty":null}""")), new UpdateElement(Ref("Employee"), Json("""{"titleProperty":"name"}""")));

        var refusal = titled.Refused<ReferencedMember>(new RemoveMember(Ref("Person"), MemberId.Trusted("name")));

        refusal.By.ShouldBe(titled.Named<ObjectType>("Employee").Id);
    }

    [Fact]
    public void A_forced_deletion_takes_its_uses_along_and_says_which()
    {
        var model = Model.After(
            new AddMember(Ref("Company"), Typed("boss", new TypeRef { ObjectType = Ref("Employee") })),
            Create(new ActionType { Name = "hire", AppliesTo = [new Applicability { Type = Ref("Employee") }, new Applicability { Type = Ref("Company") }] }),
            Create(Child("Manager", "Employee")));

        var edit = model.Edit(new DeleteElement(Ref("Employee"), Force: true));

        edit.After.FindByName(ElementKind.LinkType, "worksFor").ShouldBeNull();
        edit.After.Named<ObjectType>("Company").Properties.Select(p => p.Name).ShouldBe(["name"]);
        edit.After.Named<ObjectType>("Manager").Parents.ShouldBeEmpty();
        edit.After.Named<ActionType>("hire").AppliesTo.Length.ShouldBe(1);
        edit.Results[0].AlsoChanged.Length.ShouldBe(4);
        edit.Changes.Length.ShouldBe(5);
    }

    [Fact]
    public void A_forced_deletion_of_a_shared_property_leaves_its_definition_with_the_users()
    {
        var model = Model.After(new AddMember(Ref("Company"), new Property { Name = "tag", SharedProperty = Ref("label"), IsRequired = true }));

        var tag = model.After(new DeleteElement(Ref("label"), Force: true)).Named<ObjectType>("Company").Properties[1];

        (tag.SharedProperty, tag.Type, tag.IsRequired).ShouldBe((null, TypeRef.Data("string"), true));
    }

    [Fact]
    public void A_forced_deletion_that_would_leave_an_invalid_model_is_refused()
    {
        var model = Model.After(
            Create(new ValueType { Name = "only", BaseType = TypeRef.Data("string") }),
            Create(new StructType { Name = "Single", Fields = [new StructField { Name = "it", Type = new TypeRef { ValueType = Ref("only") } }] }));

        model.Refused<LimitExceeded>(new DeleteElement(Ref("only"), Force: true)).What.ShouldBe("fields");
    }

    internal static Constraint Rule(ConstraintKind kind, string json) => new() { Kind = kind, Value = Json(json) };
}
