using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>Impact, and verdicts on answers, through the door.</summary>
public sealed class ImpactQueryTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Query = """
        query ($element: ID!, $branch: String!, $distance: Int! = 3) {
          impact(element: $element, branch: $branch, distance: $distance) {
            name count links: count(kind: LINK_TYPE) users { name kind distance uses { kind } }
            branches { notLookedAt found { branch { name } changesIt newUses { by kind } proposals { title } } }
          }
        }
        """;

    [Fact]
    public async Task Users_near_and_far_and_the_open_branches_are_told()
    {
        var made = await StartAsync("reach", Type("Reached"), Type("Heir", parent: "Reached"), Type("Apart"));
        var (reached, apart) = (made[0], made[2]);
        await server.BranchFromAsync("reach-changes", "reach");
        await server.BranchFromAsync("reach-uses", "reach");
        await server.BranchFromAsync("reach-else", "reach");
        await server.CommitAsync("reach-changes", new { rename = new { element = reached, name = "ReachedAgain" } });
        await server.CommitAsync("reach-uses", Type("SecondHeir", parent: "Reached"));
        await server.CommitAsync("reach-else", new { rename = new { element = apart, name = "FurtherApart" } });
        await server.DoAsync(
            "createProposal", new { source = "reach-changes", target = "reach", title = "another name", issues = new[] { "OMS-1" } }, "proposal { key }");

        var impact = (await server.ReadAsync(Query, new { element = reached, branch = "reach" })).At("impact");

        impact.Texts("users.name").ShouldBe(["Heir"]);
        impact.Text("users.0.uses.0.kind").ShouldBe("PARENT");
        impact.Number("links").ShouldBe(0);
        impact.At("branches.found").EnumerateArray().Select(b => (b.Text("branch.name"), b.At("changesIt").GetBoolean(), b.At("newUses").GetArrayLength()))
            .ShouldBe([("reach-changes", true, 0), ("reach-uses", false, 1)]);
        impact.At("branches.found").EnumerateArray().Select(b => b.At("proposals").GetArrayLength()).ShouldBe([1, 0]);
        impact.Number("branches.notLookedAt").ShouldBe(0);
        (await server.AskAsync("viewer", Query, new { element = "ot-nobody", branch = "reach" })).Text("errors.0.extensions.code").ShouldBe("ELEMENT_NOT_FOUND");
    }

    [Fact]
    public async Task Whom_a_change_of_a_member_reaches_is_told_with_what_breaks_by_plane()
    {
        const string Member = """
            query ($element: ID!, $member: ID!) { memberImpact(element: $element, member: $member, branch: "part") {
              elementName member name count titles: count(use: TITLE) users { use kind name memberName } heirs: users(use: INHERITS, first: 1) { name }
              compatibility { isKept step findings { rule plane criticality } migrationPlan { steps { type } } }
              renamed: compatibility(change: RENAME, planes: [INDEX, GRAPHQL]) { findings { rule plane criticality } } } }
            """;
        var made = await StartAsync(
            "part",
            new { createInterface = new { name = "NamedPart", properties = new[] { new { name = "name", type = new { dataType = "string" } } } } },
            new
            {
                createObjectType = new
                {
                    name = "PersonPart", interfaces = new[] { "NamedPart" }, titleProperty = "name",
                    properties = new[] { new { name = "name", type = new { dataType = "string" } } },
                },
            },
            Type("HeirPart", parent: "PersonPart"));

        var impact = (await server.ReadAsync(Member, new { element = made[1], member = "name" })).At("memberImpact");

        impact.At("users").EnumerateArray().Select(u => $"{u.Text("use")} {u.Text("kind")} {u.Text("name")}.{u.Text("memberName")}")
            .ShouldBe(["TITLE OBJECT_TYPE PersonPart.", "INHERITS OBJECT_TYPE HeirPart.", "REQUIRED_BY INTERFACE NamedPart.name"]);
        (impact.Number("count"), impact.Number("titles"), impact.Text("elementName")).ShouldBe((3L, 1L, "PersonPart"));
        impact.Texts("heirs.name").ShouldBe(["HeirPart"]);
        impact.Text("compatibility.step").ShouldBe("MAJOR");
        impact.At("compatibility.findings").EnumerateArray().Where(f => f.Text("rule") == "PROPERTY_REMOVED").Select(f => f.Text("plane"))
            .ShouldBe(["GRAPHQL", "OPENAPI", "INDEX", "ACTIONS", "SDK"], ignoreOrder: true);
        impact.At("renamed.findings").EnumerateArray().Select(f => (f.Text("rule"), f.Text("plane"), f.Text("criticality")))
            .ShouldBe([("PROPERTY_RENAMED", "GRAPHQL", "BREAKING"), ("PROPERTY_RENAMED", "INDEX", "NON_BREAKING")], ignoreOrder: true);
        (await server.ReadAsync(Member, new { element = made[1], member = impact.Text("member") })).Text("memberImpact.name").ShouldBe("name");
        (await server.AskAsync("viewer", Member, new { element = made[1], member = "nobody" })).Text("errors.0.extensions.code").ShouldBe("MEMBER_NOT_FOUND");
    }

    [Fact]
    public async Task Open_branches_that_change_a_member_or_newly_rely_on_it_are_told()
    {
        const string Query = """
            query ($element: ID!) { memberImpact(element: $element, member: "name", branch: "met") {
              branches { notLookedAt found { branch { name } changesIt newUsers { use name } proposals { title } } } } }
            """;
        var text = new { dataType = "string" };
        var made = await StartAsync(
            "met",
            new { createObjectType = new { name = "Met", properties = new[] { new { name = "name", type = text }, new { name = "other", type = text } } } },
            Type("MetElsewhere"));
        foreach (var name in new[] { "met-changes", "met-other", "met-heir", "met-else" })
            await server.BranchFromAsync(name, "met");
        await server.CommitAsync("met-changes", new { renameMember = new { element = made[0], member = "name", name = "title" } });
        await server.CommitAsync("met-other", new { renameMember = new { element = made[0], member = "other", name = "more" } });
        await server.CommitAsync("met-heir", Type("MetHeir", parent: "Met"));
        await server.CommitAsync("met-else", new { rename = new { element = made[1], name = "MetFurther" } });
        await server.DoAsync("createProposal", new { source = "met-heir", target = "met", title = "an heir", issues = new[] { "OMS-1" } }, "proposal { key }");

        var branches = (await server.ReadAsync(Query, new { element = made[0] })).At("memberImpact.branches");

        branches.Number("notLookedAt").ShouldBe(0);
        branches.At("found").EnumerateArray().Select(b => (b.Text("branch.name"), b.At("changesIt").GetBoolean(), string.Join(' ', b.Texts("newUsers.use")), string.Join(' ', b.Texts("proposals.title"))))
            .ShouldBe([("met-changes", true, "", ""), ("met-heir", false, "INHERITS", "an heir")]);
    }

    [Fact]
    public async Task Each_answer_to_a_conflict_has_its_own_verdict()
    {
        var person = (await StartAsync("judged", Type("Judged")))[0];
        await server.BranchFromAsync("judged-side", "judged");
        await server.CommitAsync("judged", new { rename = new { element = person, name = "JudgedHere" } });
        await server.CommitAsync("judged-side", new { rename = new { element = person, name = "JudgedThere" } });

        var refused = await server.ChangeAsync(
            "mergeBranch", new { into = "judged", from = "judged-side", message = "m", issues = new[] { "OMS-1" }, dryRun = true },
            "report { conflicts { nodes { options { choice verdict { isKept step findings { rule } } } } } }", "admin");

        var options = refused.At("report.conflicts.nodes.0.options").EnumerateArray().ToDictionary(o => o.Text("choice")!);
        options["OURS"].At("verdict.isKept").GetBoolean().ShouldBeTrue();
        options["THEIRS"].Text("verdict.step").ShouldBe("MAJOR");
        options["THEIRS"].Texts("verdict.findings.rule").ShouldContain("OBJECT_TYPE_RENAMED");
        options["VALUE"].IsNull("verdict").ShouldBeTrue();
    }

    private async Task<string[]> StartAsync(string branch, params object[] operations)
    {
        await server.BranchAsync(branch);
        var payload = await server.DoAsync("commit", new { branch, message = "start", issues = new[] { "OMS-1" }, operations }, "results { element }");
        return [.. payload.Texts("results.element")];
    }

    private static object Type(string name, string? parent = null) => new { createObjectType = new { name, parents = parent is null ? [] : new[] { parent } } };
}
