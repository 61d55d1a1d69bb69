using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>Every kind of element and every kind of operation, made through the door and read back through it.</summary>
public sealed class EditingTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task Every_kind_is_made_in_one_commit_and_read_back()
    {
        await server.BranchAsync("kinds");
        var made = await server.DoAsync(
            "commit",
            new { branch = "kinds", message = "all of them", issues = new[] { "OMS-1", "GH-2" }, operations = Model.EveryKind },
            "commit { hash message author issues { id } changes { totalCount nodes { operation kind name } } } branch { head { hash } } results { element member alsoChanged } findings { ruleId element path message }");
        made.At("commit.changes.nodes").GetArrayLength().ShouldBe(9);
        made.Texts("commit.changes.nodes.operation").ShouldAllBe(o => o == "CREATE");
        made.Texts("commit.issues.id").ShouldBe(["OMS-1", "GH-2"], ignoreOrder: true);
        made.Text("commit.author").ShouldBe("developer");
        made.Text("branch.head.hash").ShouldBe(made.Text("commit.hash"));
        made.Text("results.0.element").ShouldBe("ot-person");
        made.At("findings").GetArrayLength().ShouldBe(0, made.ToString());

        var read = await server.ReadAsync("""
            { ontology(branch: "kinds") {
              counts { kind count }
              person: objectType(name: "Person") {
                stableId displayName ko: displayName(language: "ko") displayNames { language } tags titleProperty { name }
                properties { name type { text valueType { name } } defaultValue constraints { kind value } }
                links { nodes { name } } actions { name } children { nodes { name } } usages { totalCount nodes { kind by { name } member { name } } }
              }
              employee: objectType(name: "Employee") {
                parents { name } ancestors { name } interfaces { name }
                own: properties { name type { text structType { name fields { name } } } sharedProperty { name } overrides isSearchable displayName }
                all: properties(inherited: true) { name isInherited element { name } }
                property(name: "age") { isInherited element { name } }
              }
              linkType(name: "knowsLink") { from { name type { name } } to { name type { name } } cardinality directionality }
              interface(name: "INamed") { properties { name } implementers { nodes { name } } }
              sharedProperty(name: "fullName") { type { dataType { name category } } usages { totalCount nodes { by { name } } } }
              valueType(name: "Percent") { baseType { text } version constraints { kind value } examples }
              structType(name: "Address") { fields { name type { text } } }
              actionType(name: "createContract") { appliesTo { type { name } role } parameters { name } functions { name } webhook { url method } }
              functionType(name: "score") { parameters { name type { objectType { name } } } returnType { text } runtime }
            } }
            """);
        var ontology = read.At("ontology");
        ontology.Texts("counts.count").ShouldBe(["2", "1", "1", "1", "1", "1", "1", "1"]);
        ontology.Text("person.ko").ShouldBe("사람");
        ontology.Text("person.titleProperty.name").ShouldBe("email");
        ontology.Number("person.properties.0.constraints.0.value").ShouldBe(200);
        ontology.Number("person.properties.1.defaultValue").ShouldBe(3);
        ontology.Text("person.properties.2.type.valueType.name").ShouldBe("Percent");
        ontology.Texts("person.usages.nodes.kind").ShouldBe(["PARENT", "LINK_FROM", "LINK_TO", "TYPE", "APPLICABILITY"], ignoreOrder: true);
        ontology.Texts("employee.own.name").ShouldBe(["name", "home"]);
        ontology.Text("employee.own.0.type.text").ShouldBe("string", "the type of a shared property is the shared property's");
        ontology.Text("employee.own.0.displayName").ShouldBe("Full name");
        ontology.Texts("employee.own.overrides").ShouldBe(["isSearchable"]);
        ontology.At("employee.own.0.isSearchable").GetBoolean().ShouldBeFalse();
        ontology.Texts("employee.all.name").ShouldBe(["name", "home", "email", "age", "share"], ignoreOrder: true);
        ontology.Text("employee.property.element.name").ShouldBe("Person");
        ontology.Texts("linkType.from.type.name").ShouldBe(["Person"]);
        ontology.Texts("interface.implementers.nodes.name").ShouldBe(["Employee"]);
        ontology.Number("sharedProperty.usages.totalCount").ShouldBe(2);
        ontology.Number("valueType.version").ShouldBe(1);
        ontology.Text("actionType.functions.0.name").ShouldBe("score");
        ontology.Text("functionType.parameters.0.type.objectType.name").ShouldBe("Person");
    }

    [Fact]
    public async Task An_update_keeps_what_is_absent_and_resets_what_is_null()
    {
        await server.BranchAsync("updates");
        await server.CommitAsync("updates", Model.EveryKind);
        await server.CommitAsync(
            "updates",
            new { updateObjectType = new { element = "Person", tags = (string[]?)null, isAbstract = true, displayName = new object[] { new { language = "ko", text = (string?)null } } } },
            new { updateProperty = new { element = "Person", member = "age", defaultValue = (object?)null, isRequired = true } });
        var person = (await server.ReadAsync("""{ ontology(branch: "updates") { objectType(name: "Person") { tags isAbstract displayNames { language } titleProperty { name } properties { name isRequired defaultValue } } } }"""))
            .At("ontology.objectType");
        person.At("tags").GetArrayLength().ShouldBe(0);
        person.At("isAbstract").GetBoolean().ShouldBeTrue();
        person.Texts("displayNames.language").ShouldBe(["en"]);
        person.Text("titleProperty.name").ShouldBe("email", "absent stays");
        person.IsNull("properties.1.defaultValue").ShouldBeTrue();
        person.At("properties.1.isRequired").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Every_kind_can_be_updated()
    {
        await server.BranchAsync("every-update");
        await server.CommitAsync("every-update", Model.EveryKind);
        await server.CommitAsync(
            "every-update",
            new { updateObjectType = new { element = "ot-person", icon = "user" } },
            new { updateLinkType = new { element = "knowsLink", cardinality = "ONE_TO_MANY" } },
            new { updateInterface = new { element = "INamed", tags = new[] { "base" } } },
            new { updateSharedProperty = new { element = "fullName", isIndexed = true } },
            new { updateValueType = new { element = "Percent", displayFormat = "0 %" } },
            new { updateStructType = new { element = "Address", displayTemplate = "{street}" } },
            new { updateActionType = new { element = "createContract", maxRetries = 2 } },
            new { updateFunctionType = new { element = "score", timeoutMs = 1500 } },
            new { updateLinkEnd = new { element = "knowsLink", member = "known", displayName = new[] { Model.Text("acquaintance") } } },
            new { updateStructField = new { element = "Address", member = "zip", isRequired = true } },
            new { updateParameter = new { element = "score", member = "person", isRequired = false } });
        var ontology = (await server.ReadAsync("""
            { ontology(branch: "every-update") {
              objectType(name: "Person") { icon } linkType(name: "knowsLink") { cardinality to { displayName } } interface(name: "INamed") { tags }
              sharedProperty(name: "fullName") { isIndexed } valueType(name: "Percent") { displayFormat } structType(name: "Address") { displayTemplate fields { isRequired } }
              actionType(name: "createContract") { maxRetries } functionType(name: "score") { timeoutMs parameters { isRequired } }
            } }
            """)).At("ontology");
        ontology.ToString().ShouldBe(JsonSerializer.Serialize(new
        {
            objectType = new { icon = "user" },
            linkType = new { cardinality = "ONE_TO_MANY", to = new { displayName = "acquaintance" } },
            @interface = new { tags = new[] { "base" } },
            sharedProperty = new { isIndexed = true },
            valueType = new { displayFormat = "0 %" },
            structType = new { displayTemplate = "{street}", fields = new[] { new { isRequired = false }, new { isRequired = true } } },
            actionType = new { maxRetries = 2 },
            functionType = new { timeoutMs = 1500, parameters = new[] { new { isRequired = false } } },
        }));
    }

    [Fact]
    public async Task A_rename_keeps_the_identity_and_every_reference()
    {
        await server.BranchAsync("renames");
        await server.CommitAsync("renames", Model.EveryKind);
        await server.CommitAsync(
            "renames",
            new { rename = new { element = "Person", name = "Human" } },
            new { move = new { element = "Human", @namespace = "org.people" } },
            new { renameMember = new { element = "Human", member = "age", name = "years" } },
            new { moveMember = new { element = "Human", member = "years", position = 0 } });
        var ontology = (await server.ReadAsync("""
            { ontology(branch: "renames") { gone: objectType(name: "Person") { name } human: objectType(id: "ot-person") { name namespace properties { name } }
              employee: objectType(name: "Employee") { parents { name } } linkType(name: "knowsLink") { from { type { name } } } } }
            """)).At("ontology");
        ontology.IsNull("gone").ShouldBeTrue();
        ontology.Text("human.name").ShouldBe("Human");
        ontology.Text("human.namespace").ShouldBe("org.people");
        ontology.Texts("human.properties.name").ShouldBe(["years", "email", "share"]);
        ontology.Texts("employee.parents.name").ShouldBe(["Human"]);
        ontology.Text("linkType.from.type.name").ShouldBe("Human");
    }

    [Fact]
    public async Task What_is_deprecated_says_why_and_can_be_restored()
    {
        await server.BranchAsync("deprecations");
        await server.CommitAsync("deprecations", Model.EveryKind);
        await server.CommitAsync(
            "deprecations",
            new { deprecate = new { element = "Person", reason = "split", deadline = "2030-01-01", replacedBy = "Employee" } },
            new { deprecateMember = new { element = "Person", member = "age", reason = "private" } });
        const string Read = """{ ontology(branch: "deprecations") { objectType(name: "Person") { status deprecation { reason deadline replacement { name } } properties { name status deprecation { reason } } } } }""";
        var person = (await server.ReadAsync(Read)).At("ontology.objectType");
        person.Text("status").ShouldBe("DEPRECATED");
        person.Text("deprecation.deadline").ShouldBe("2030-01-01");
        person.Text("deprecation.replacement.name").ShouldBe("Employee");
        person.Text("properties.1.deprecation.reason").ShouldBe("private");
        await server.CommitAsync("deprecations", new { restore = new { element = "Person" } }, new { restoreMember = new { element = "Person", member = "age" } });
        person = (await server.ReadAsync(Read)).At("ontology.objectType");
        person.Text("status").ShouldBe("ACTIVE");
        person.IsNull("deprecation").ShouldBeTrue();
        person.Text("properties.1.status").ShouldBe("ACTIVE");
    }

    [Fact]
    public async Task Members_of_every_kind_are_added_and_removed()
    {
        await server.BranchAsync("members");
        await server.CommitAsync("members", Model.EveryKind);
        await server.CommitAsync(
            "members",
            new { addProperty = new { element = "knowsLink", property = new { name = "since", type = Model.Data("date") } } },
            new { addStructField = new { element = "Address", structField = new { name = "city", type = Model.Data("string") }, position = 1 } },
            new { addParameter = new { element = "score", parameter = new { name = "weight", type = Model.Data("double") } } },
            new { createInterface = new { name = "IOwned" } },
            new { addRequiredLink = new { element = "IOwned", requiredLink = new { name = "owner", target = "Person" } } });
        const string Read = """
            { ontology(branch: "members") { linkType(name: "knowsLink") { properties { name } } structType(name: "Address") { fields { name } }
              functionType(name: "score") { parameters { name } } interface(name: "IOwned") { requiredLinks { name target { name } } } } }
            """;
        var ontology = (await server.ReadAsync(Read)).At("ontology");
        ontology.Texts("linkType.properties.name").ShouldBe(["since"]);
        ontology.Texts("structType.fields.name").ShouldBe(["street", "city", "zip"]);
        ontology.Texts("functionType.parameters.name").ShouldBe(["person", "weight"]);
        ontology.Text("interface.requiredLinks.0.target.name").ShouldBe("Person");
        await server.CommitAsync(
            "members",
            new { updateRequiredLink = new { element = "IOwned", member = "owner", target = "Employee" } },
            new { removeMember = new { element = "knowsLink", member = "since" } },
            new { removeMember = new { element = "Address", member = "city" } },
            new { removeMember = new { element = "score", member = "weight" } });
        ontology = (await server.ReadAsync(Read)).At("ontology");
        ontology.At("linkType.properties").GetArrayLength().ShouldBe(0);
        ontology.Texts("structType.fields.name").ShouldBe(["street", "zip"]);
        ontology.Text("interface.requiredLinks.0.target.name").ShouldBe("Employee");

        (await server.RefusedAsync("commit", Commit("members", new { removeMember = new { element = "Person", member = "email" } }))).ShouldBe("MEMBER_IN_USE");
        await server.CommitAsync("members", new { removeMember = new { element = "Person", member = "email", force = true } });
        (await server.ReadAsync("""{ ontology(branch: "members") { objectType(name: "Person") { titleProperty { name } } } }""")).IsNull("ontology.objectType.titleProperty").ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_used_is_deleted_only_by_force()
    {
        await server.BranchAsync("deletions");
        await server.CommitAsync("deletions", Model.EveryKind);
        var refusal = await server.RefusalAsync(
            "commit", Commit("deletions", new { delete = new { element = "Person" } }), refusal: "... on ReferencedElementError { element usageCount usages { by kind } }");
        refusal.Text("code").ShouldBe("ELEMENT_IN_USE");
        refusal.Number("usageCount").ShouldBe(5);
        refusal.At("usages").GetArrayLength().ShouldBe(5);
        var deleted = await server.DoAsync(
            "deleteElement", new { branch = "deletions", message = "no persons", issues = new[] { "OMS-1" }, element = "Person", force = true },
            "results { element alsoChanged } commit { changes { nodes { operation name } } }");
        deleted.At("results.0.alsoChanged").GetArrayLength().ShouldBe(4);
        deleted.Texts("commit.changes.nodes.operation").ShouldBe(["UPDATE", "UPDATE", "DELETE", "UPDATE", "DELETE"]);
        var ontology = (await server.ReadAsync("""{ ontology(branch: "deletions") { objectTypes { nodes { name parents { name } } } linkTypes { totalCount } } }""")).At("ontology");
        ontology.Texts("objectTypes.nodes.name").ShouldBe(["Employee"]);
        ontology.Number("linkTypes.totalCount").ShouldBe(0);
    }

    [Fact]
    public async Task The_mutations_for_one_element_do_what_the_operations_do()
    {
        await server.BranchAsync("ones");
        await server.CommitAsync("ones", Model.EveryKind);
        var issues = new[] { "OMS-1" };
        await server.DoAsync("renameElement", new { branch = "ones", message = "r", issues, element = "Percent", name = "Share" }, "commit { hash }");
        await server.DoAsync("deprecateElement", new { branch = "ones", message = "d", issues, element = "Share", reason = "old", deadline = "2030-01-01" }, "commit { hash }");
        await server.DoAsync("restoreElement", new { branch = "ones", message = "r", issues, element = "Share", kind = "VALUE_TYPE" }, "commit { hash }");
        var log = await server.ReadAsync("""{ branch(name: "ones") { commits { nodes { message changes { nodes { operation name } } } } } ontology(branch: "ones") { valueType(name: "Share") { status } } }""");
        log.Texts("branch.commits.nodes.message")[..3].ShouldBe(["r", "d", "r"]);
        log.Text("branch.commits.nodes.2.changes.nodes.0.operation").ShouldBe("RENAME");
        log.Text("ontology.valueType.status").ShouldBe("ACTIVE");
    }

    [Fact]
    public async Task A_commit_that_breaks_a_rule_changes_nothing_and_tells_all_reasons()
    {
        await server.BranchAsync("rules");
        var head = await server.CommitAsync("rules", Model.EveryKind);
        var payload = await server.ChangeAsync(
            "commit",
            Commit("rules", new { createObjectType = new { name = "Fine" } }, new { createObjectType = new { name = "9bad" } }, new { createObjectType = new { name = "Person" } },
                new { updateObjectType = new { element = "Nobody", icon = "x" } }, new { createObjectType = new { name = "Lost", parents = new[] { "Nowhere" } } }),
            "commit { hash } results { element }");
        payload.Texts("errors.code").ShouldBe(["UNKNOWN_REFERENCE", "UNKNOWN_REFERENCE", "INVALID_NAME", "DUPLICATE_NAME"], ignoreOrder: true, payload.ToString());
        payload.At("errors").EnumerateArray().Select(e => e.Text("path.1")).ShouldBe(["3", "4", "1", "2"], ignoreOrder: true);
        payload.IsNull("commit").ShouldBeTrue();
        (await server.ReadAsync("""{ branch(name: "rules") { head { hash } } }""")).Text("branch.head.hash").ShouldBe(head);
    }

    [Fact]
    public async Task The_head_that_was_expected_must_be_the_head()
    {
        await server.BranchAsync("heads");
        var first = await server.CommitAsync("heads", Model.EveryKind);
        object Rename(string name, string head) =>
            new { branch = "heads", message = "m", issues = new[] { "OMS-1" }, expectedHead = head, operations = new[] { new { rename = new { element = "ot-person", name } } } };
        await server.DoAsync("commit", Rename("Human", first), "commit { hash }");
        var refusal = await server.RefusalAsync("commit", Rename("Mortal", first), refusal: "... on HeadMovedError { branch expected actual }");
        refusal.Text("code").ShouldBe("HEAD_MOVED");
        refusal.Text("expected").ShouldBe(first);
        await server.DoAsync("commit", Rename("Mortal", refusal.Text("actual")!), "commit { hash }");
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer_and_makes_no_second_commit()
    {
        await server.BranchAsync("repeats");
        object Create(string name) => new
        {
            branch = "repeats", message = "m", issues = new[] { "OMS-1" }, idempotencyKey = "once", operations = new[] { new { createObjectType = new { name } } },
        };
        const string Selection = "commit { hash } branch { name } results { element member alsoChanged } findings { ruleId element member path message }";
        var first = await server.DoAsync("commit", Create("Thing"), Selection);
        (await server.DoAsync("commit", Create("Thing"), Selection)).ToString().ShouldBe(first.ToString());
        (await server.RefusedAsync("commit", Create("Other"))).ShouldBe("IDEMPOTENCY_KEY_REUSED");
        (await server.ReadAsync("""{ branch(name: "repeats") { ahead } }""")).Number("branch.ahead").ShouldBe(1);
        await server.DoAsync("commit", Create("Other"), Selection, user: "somebody else");
    }

    [Fact]
    public async Task A_change_names_its_issue()
    {
        await server.BranchAsync("issues");
        await server.BranchAsync("sandbox/free");
        object Create(string branch, params string[] issues) => new { branch, message = "m", issues, operations = new[] { new { createObjectType = new { name = "Thing" } } } };
        var required = await server.RefusalAsync("commit", Create("issues"), refusal: "... on IssueRequiredError { patterns { provider pattern example } exemptPrefixes }");
        required.Text("code").ShouldBe("ISSUE_REQUIRED");
        required.Texts("exemptPrefixes").ShouldContain("sandbox/");
        var invalid = await server.RefusalAsync("commit", Create("issues", "OMS-1", "nonsense"), refusal: "... on IssueInvalidError { issue }");
        invalid.Text("issue").ShouldBe("nonsense");
        invalid.Texts("path").ShouldBe(["issues", "1"]);
        await server.DoAsync("commit", Create("sandbox/free"), "commit { hash }");
        await server.DoAsync("commit", Create("issues", required.Texts("patterns.example")), "commit { hash }");
        var issue = await server.ReadAsync("""{ issue(id: "GH-123") { id commits { totalCount nodes { message } } } none: issue(id: "GH-999") { id } }""");
        issue.Number("issue.commits.totalCount").ShouldBe(1);
        issue.IsNull("none").ShouldBeTrue();
    }

    [Fact]
    public async Task Protected_branches_are_closed_to_developers()
    {
        var type = new { createObjectType = new { name = "Direct" } };
        (await server.RefusedAsync("commit", Commit("main", type))).ShouldBe("BRANCH_PROTECTED");

        // Written to a branch of its own: main is what the other journeys begin with.
        await server.DoAsync("createBranch", new { name = "release/direct" }, "branch { name }", role: "admin");
        var input = Commit("release/direct", type);
        (await server.RefusedAsync("commit", input)).ShouldBe("BRANCH_PROTECTED");
        await server.DoAsync("commit", input, "commit { hash }", role: "admin");
    }

    private static object Commit(string branch, params object[] operations) => new { branch, message = "m", issues = new[] { "OMS-1" }, operations };
}
