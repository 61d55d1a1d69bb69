using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Releases;

/// <summary>Releases through the door. The tests of this class share one list of versions, so each has a line and a major version of its own.</summary>
public sealed class ReleaseTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Made = "minimumVersion compatibility { step } release { id version tree branch by notes step level previous { version } commit { hash } }";

    [Fact]
    public async Task The_version_follows_from_the_change_after_a_dry_run_that_writes_nothing()
    {
        var person = await StartAsync("ten", "10.0.0");
        await server.CommitAsync("ten", new { createObjectType = new { name = "MoreTen" } });

        var tried = await ReleaseAsync(new { branch = "ten", dryRun = true });
        tried.Text("release.version").ShouldBe("10.1.0");
        (await server.ReadAsync("""{ release(version: "10.1.0") { id } }""")).IsNull("release").ShouldBeTrue();

        var minor = await ReleaseAsync(new { branch = "ten", notes = "More." });
        (minor.Text("release.version"), minor.Text("release.step"), minor.Text("release.previous.version")).ShouldBe(("10.1.0", "MINOR", "10.0.0"));
        await server.CommitAsync("ten", new { rename = new { element = person, name = "HumanTen" } });
        (await ReleaseAsync(new { branch = "ten" })).Text("release.version").ShouldBe("11.0.0");
        (await server.RefusedAsync("createRelease", new { branch = "ten" }, "admin")).ShouldBe("NOTHING_CHANGED");
        (await server.RefusedAsync("createRelease", new { branch = "ten", version = "11.0.0" }, "admin")).ShouldBe("RELEASE_EXISTS");
    }

    [Fact]
    public async Task A_version_that_promises_too_much_is_refused_with_the_findings_that_forbid_it()
    {
        var person = await StartAsync("twenty", "20.0.0");
        await server.CommitAsync("twenty", new { rename = new { element = person, name = "HumanTwenty" } }, new { createObjectType = new { name = "MoreTwenty" } });

        var refusal = await server.RefusalAsync(
            "createRelease", new { branch = "twenty", version = "20.1.0" }, "admin",
            refusal: "... on ReleaseVersionTooLowError { version minimum previous causes { rule path criticality } }");
        (refusal.Text("code"), refusal.Text("minimum"), refusal.Text("previous")).ShouldBe(("RELEASE_VERSION_TOO_LOW", "21.0.0", "20.0.0"));
        refusal.Texts("causes.rule").Distinct().ShouldBe(["OBJECT_TYPE_RENAMED"]);
        refusal.Texts("causes.criticality").Distinct().ShouldBe(["BREAKING"]);
        (await ReleaseAsync(new { branch = "twenty", version = "22.0.0" })).Text("minimumVersion").ShouldBe("21.0.0");
    }

    [Fact]
    public async Task A_release_is_read_wherever_a_version_is_compared_and_told_in_words_of_two_languages()
    {
        var person = await StartAsync("thirty", "30.0.0");
        await server.CommitAsync(
            "thirty", new { rename = new { element = person, name = "Human_Thirty" } }, new { createObjectType = new { name = "MoreThirty" } },
            new { addProperty = new { element = person, property = new { name = "nick", type = new { dataType = "string" } } } });
        var made = await ReleaseAsync(new { branch = "thirty", notes = "*Loud*" });

        var read = await server.ReadAsync("""
            query ($id: ID!) {
              node(id: $id) { ... on Release { version } }
              then: ontology(branch: "main", at: { release: "30.0.0" }) { objectType(name: "PersonThirty") { stableId } }
              diff(base: { at: { release: "30.0.0" } }, head: { at: { release: "31.0.0" } }) { totalCount }
              compatibility(base: { at: { release: "30.0.0" } }, head: { at: { release: "31.0.0" } }) { step }
              releases(first: 1000) { nodes { version } totalCount }
              line: releases(branch: "thirty") { nodes { version } }
              release(version: "31.0.0") {
                ontology { objectType(name: "MoreThirty") { name } }
                changelog { since sections { kind title ko: title(language: "ko") count entries { sentence ko: sentence(language: "ko") rule } } markdown ko: markdown(language: "ko") }
              }
            }
            """, new { id = made.Text("release.id") });

        read.Text("node.version").ShouldBe("31.0.0");
        read.Text("then.objectType.stableId").ShouldBe(person);
        read.Number("diff.totalCount").ShouldBe(3);
        read.Text("compatibility.step").ShouldBe("MAJOR");
        read.Texts("line.nodes.version").ShouldBe(["31.0.0", "30.0.0"]);
        read.Texts("releases.nodes.version").ShouldContain("31.0.0");
        read.Text("release.ontology.objectType.name").ShouldBe("MoreThirty");
        read.Text("release.changelog.since").ShouldBe("30.0.0");
        read.Texts("release.changelog.sections.kind").ShouldBe(["BREAKING", "ADDED", "RENAMED"]);
        read.Number("release.changelog.sections.1.count").ShouldBe(2);
        read.Text("release.changelog.sections.2.ko").ShouldBe("이름 변경");
        read.Text("release.changelog.sections.2.entries.0.ko")!.ShouldContain("이름이");
        var markdown = read.Text("release.changelog.markdown")!;
        markdown.ShouldStartWith("# 31.0.0 (");
        markdown.ShouldContain("\\*Loud\\*");
        markdown.ShouldContain("## Breaking changes\n\n- `OBJECT_TYPE_RENAMED` ");
        markdown.ShouldContain("Human\\_Thirty");
        read.Text("release.changelog.ko")!.ShouldContain("## 호환되지 않는 변경");

        await server.DoAsync("createBranch", new { name = "thirty-fix", from = new { release = "30.0.0" } }, "branch { name }");
        (await server.ReadAsync("""{ ontology(branch: "thirty-fix") { objectType(name: "PersonThirty") { stableId } } }"""))
            .Text("ontology.objectType.stableId").ShouldBe(person);
        (await server.RefusedAsync("createBranch", new { name = "thirty-no", from = new { release = "30.0.9" } })).ShouldBe("RELEASE_NOT_FOUND");
    }

    [Fact]
    public async Task A_line_of_corrections_goes_on_beside_a_later_version()
    {
        var person = await StartAsync("forty", "40.0.0");
        await server.BranchFromAsync("forty-fix", "forty");
        await server.CommitAsync("forty", new { rename = new { element = person, name = "HumanForty" } });
        (await ReleaseAsync(new { branch = "forty" })).Text("release.version").ShouldBe("41.0.0");

        await server.CommitAsync("forty-fix", new { createObjectType = new { name = "MoreForty" } });
        var correction = await ReleaseAsync(new { branch = "forty-fix" });
        (correction.Text("release.version"), correction.Text("release.previous.version")).ShouldBe(("40.1.0", "40.0.0"));
    }

    [Fact]
    public async Task A_pre_release_leads_to_a_version_that_the_change_allows_and_binds_nobody()
    {
        var person = await StartAsync("seventy", "70.0.0");
        await server.CommitAsync("seventy", new { rename = new { element = person, name = "HumanSeventy" } });

        var first = await ReleaseAsync(new { branch = "seventy", preRelease = "rc" });
        (first.Text("release.version"), first.Text("release.previous.version"), first.Text("minimumVersion")).ShouldBe(("71.0.0-rc.1", "70.0.0", "71.0.0"));
        var same = await server.RefusalAsync("createRelease", new { branch = "seventy", preRelease = "rc" }, "admin");
        (same.Text("code"), same.Text("message")!.Contains("since 71.0.0-rc.1", StringComparison.Ordinal)).ShouldBe(("NOTHING_CHANGED", true));
        (await server.RefusedAsync("createRelease", new { branch = "seventy", version = "70.1.0-rc.1" }, "admin")).ShouldBe("RELEASE_VERSION_TOO_LOW");
        await server.CommitAsync("seventy", new { createObjectType = new { name = "MoreSeventy" } });
        (await ReleaseAsync(new { branch = "seventy", preRelease = "rc" })).Text("release.version").ShouldBe("71.0.0-rc.2");
        var behind = await server.RefusalAsync(
            "createRelease", new { branch = "seventy", version = "71.0.0-beta" }, "admin", refusal: "... on ReleaseVersionTooLowError { minimum previous causes { rule } }");
        (behind.Text("code"), behind.Text("previous"), behind.Texts("causes.rule").Count()).ShouldBe(("RELEASE_VERSION_TOO_LOW", "71.0.0-rc.2", 0));
        (await server.RefusedAsync("createRelease", new { branch = "seventy", preRelease = "r c" }, "admin")).ShouldBe("RELEASE_VERSION_INVALID");
        (await server.RefusedAsync("createRelease", new { branch = "seventy", version = "71.0.0-x", preRelease = "rc" }, "admin")).ShouldBe("RELEASE_VERSION_INVALID");

        var read = await server.ReadAsync("""
            {
              out: releases(branch: "seventy") { nodes { version } }
              all: releases(branch: "seventy", preReleases: true, first: 2) { nodes { version isPreRelease } pageInfo { endCursor } }
              then: ontology(at: { release: "71.0.0-rc.1" }) { objectType(name: "HumanSeventy") { stableId } gone: objectType(name: "MoreSeventy") { name } }
              release(version: "71.0.0-rc.2") { changelog { since } step: changelog(since: "71.0.0-rc.1") { sections { kind } } }
            }
            """);
        read.Texts("out.nodes.version").ShouldBe(["70.0.0"]);
        read.Texts("all.nodes.version").ShouldBe(["71.0.0-rc.2", "71.0.0-rc.1"]);
        (read.Text("then.objectType.stableId"), read.IsNull("then.gone"), read.Text("release.changelog.since")).ShouldBe((person, true, "70.0.0"));
        read.Texts("release.step.sections.kind").ShouldBe(["ADDED"]);
        (await server.ReadAsync("""query ($after: String) { releases(branch: "seventy", preReleases: true, after: $after) { nodes { version } } }""", new { after = read.Text("all.pageInfo.endCursor") }))
            .Texts("releases.nodes.version").ShouldBe(["70.0.0"]);

        var final = await ReleaseAsync(new { branch = "seventy" });
        (final.Text("release.version"), final.Text("release.previous.version")).ShouldBe(("71.0.0", "70.0.0"));
        (await server.RefusedAsync("createRelease", new { branch = "seventy", version = "71.0.0-rc.9" }, "admin")).ShouldBe("RELEASE_EXISTS");
    }

    [Fact]
    public async Task A_subscription_tells_of_releases_and_of_pre_releases_when_asked()
    {
        await StartAsync("eighty", "80.0.0");
        await using var stream = await EventStream.OpenAsync(server.Server, await server.TokenAsync("viewer"), Followed("false"));
        await using var every = await EventStream.OpenAsync(server.Server, await server.TokenAsync("viewer"), Followed("true"));
        await server.CommitAsync("eighty", new { createObjectType = new { name = "MoreEighty" } });
        await ReleaseAsync(new { branch = "eighty", preRelease = "rc" });
        await ReleaseAsync(new { branch = "eighty", notes = "Out." });

        (await NextAsync(every)).ShouldBe(("80.1.0-rc.1", true, "80.0.0", "MINOR", ""));
        (await NextAsync(every)).ShouldBe(("80.1.0", false, "80.0.0", "MINOR", "Out."));
        (await NextAsync(stream)).ShouldBe(("80.1.0", false, "80.0.0", "MINOR", "Out."));

        static string Followed(string preReleases) => $$"""
            subscription { releaseCreated(branches: ["eighty"], preReleases: {{preReleases}}) {
              ... on ReleaseAnnouncement { version isPreRelease previousVersion step release { notes } } } }
            """;
        static async Task<(string?, bool, string?, string?, string?)> NextAsync(EventStream events)
        {
            var item = (await events.NextAsync())!.Value.At("data.releaseCreated");
            return (item.Text("version"), item.GetProperty("isPreRelease").GetBoolean(), item.Text("previousVersion"), item.Text("step"), item.Text("release.notes"));
        }
    }

    [Fact]
    public async Task What_can_not_be_released_says_why()
    {
        await StartAsync("fifty", "50.0.0");
        var elsewhere = await StartAsync("fifty-other", "51.0.0");
        elsewhere.ShouldNotBeEmpty();
        var foreign = (await server.ReadAsync("""{ branch(name: "fifty-other") { head { hash } } }""")).Text("branch.head.hash");

        (await server.RefusedAsync("createRelease", new { branch = "fifty", version = "v1" }, "admin")).ShouldBe("RELEASE_VERSION_INVALID");
        (await server.RefusedAsync("createRelease", new { branch = "nowhere" }, "admin")).ShouldBe("BRANCH_NOT_FOUND");
        (await server.RefusedAsync("createRelease", new { branch = "fifty", commit = "0000000" }, "admin")).ShouldBe("COMMIT_NOT_FOUND");
        (await server.RefusedAsync("createRelease", new { branch = "fifty", commit = foreign }, "admin")).ShouldBe("COMMIT_NOT_ON_BRANCH");
        (await server.AskAsync("viewer", """{ ontology(at: { release: "50.0.1" }) { hash } }""")).Text("errors.0.extensions.code").ShouldBe("RELEASE_NOT_FOUND");
    }

    [Fact]
    public async Task A_release_and_a_refused_one_leave_audit_entries()
    {
        await StartAsync("sixty", "60.0.0");
        await server.RefusedAsync("createRelease", new { branch = "sixty", version = "60.0.0" }, "admin");

        var audit = await server.ReadAsync("""{ auditEntries(where: { targetId: { eq: "60.0.0" } }) { nodes { action success } } }""", role: "auditor");
        audit.Texts("auditEntries.nodes.action").ShouldBe(["release.create", "release.create"]);
        audit.At("auditEntries.nodes").EnumerateArray().Select(n => n.GetProperty("success").GetBoolean()).ShouldBe([false, true]);
    }

    private async Task<string> StartAsync(string branch, string version)
    {
        await server.BranchAsync(branch);
        var type = "Person" + char.ToUpperInvariant(branch[0]) + branch[1..].Replace("-", "", StringComparison.Ordinal);
        var payload = await server.DoAsync(
            "commit", new { branch, message = "start", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = type } } } },
            "results { element }");
        await ReleaseAsync(new { branch, version });
        return payload.Text("results.0.element")!;
    }

    private Task<JsonElement> ReleaseAsync(object input) => server.DoAsync("createRelease", input, Made, "admin");
}
