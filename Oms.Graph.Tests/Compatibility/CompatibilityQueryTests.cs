using System.Text;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>Verdicts and deltas through the door.</summary>
public sealed class CompatibilityQueryTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task An_added_type_is_a_minor_version_and_a_renamed_one_a_major_one()
    {
        await server.BranchAsync("judged");
        var first = await server.CommitAsync("judged", new { createObjectType = new { name = "Kept" } });
        var second = await server.CommitAsync("judged", new { createObjectType = new { name = "Added" } });
        var third = await server.CommitAsync("judged", new { rename = new { element = "Kept", name = "Renamed" } });

        var added = await JudgeAsync(first, second, "[]");
        added.Text("compatibility.step").ShouldBe("MINOR");
        added.Texts("compatibility.causes.rule").ShouldBe(["OBJECT_TYPE_ADDED"]);
        var renamed = await JudgeAsync(second, third, "[]");
        renamed.Text("compatibility.step").ShouldBe("MAJOR");
        renamed.Text("compatibility.level").ShouldBe("MIGRATION_REQUIRED");
        renamed.Texts("compatibility.migrationPlan.steps.type").ShouldBe(["publish_alias", "deprecation_period", "remove_alias"]);
        (await JudgeAsync(second, third, "[INDEX]")).Text("compatibility.step").ShouldBe("PATCH");
    }

    [Fact]
    public async Task A_finding_tells_its_element_its_direction_and_what_to_accept_before_a_branch_refuses_it()
    {
        await server.BranchAsync("foretold");
        var first = await server.CommitAsync("foretold", new { createObjectType = new { name = "Foretold" } });
        await server.BranchFromAsync("foretold-ahead", "foretold");
        var second = await server.CommitAsync("foretold-ahead", new { rename = new { element = "Foretold", name = "Fulfilled" } });

        var judged = await server.ReadAsync($$"""
            { compatibility(base: { at: { commit: "{{first}}" } }, head: { at: { commit: "{{second}}" } }, planes: [SDK], mode: FULL) {
                findings { rule path message direction element fingerprint } } }
            """);
        judged.Texts("compatibility.findings.direction").ShouldBe(["BACKWARD", "FORWARD"]);
        judged.Texts("compatibility.findings.message").Distinct().ShouldBe(["The object type 'Foretold' is now called Fulfilled"]);
        judged.Texts("compatibility.findings.element").Distinct().Count().ShouldBe(1);
        foreach (var fingerprint in judged.Texts("compatibility.findings.fingerprint"))
            await server.DoAsync("acceptBreak", new { branch = "foretold", fingerprint, expiresAt = DateTimeOffset.UtcNow.AddDays(1), reason = "agreed" }, "rules { graceDays }", "admin");
        await server.DoAsync("setBranchRules", new { branch = "foretold", compatibility = new[] { new { mode = "FULL" } }, reason = "partners" }, "rules { graceDays }", "admin");
        await server.CommitAsync("foretold", new { rename = new { element = "Foretold", name = "Fulfilled" } });
    }

    [Fact]
    public async Task A_client_follows_the_head_by_deltas_and_hears_when_there_is_nothing()
    {
        await server.BranchAsync("followed");
        var first = await server.CommitAsync("followed", new { createObjectType = new { name = "Followed" } });
        var second = await server.CommitAsync("followed", new { rename = new { element = "Followed", name = "FollowedOn" } }, new { createObjectType = new { name = "FollowedToo" } });

        var changes = await server.ReadAsync($$"""{ changesSince(commit: "{{first}}", branch: "followed") { kind tree created updated deleted content commit { hash } } }""");
        changes.Text("changesSince.kind").ShouldBe("DELTA");
        changes.Number("changesSince.created").ShouldBe(1);
        changes.Number("changesSince.updated").ShouldBe(1);
        changes.Text("changesSince.commit.hash").ShouldBe(second);
        Encoding.UTF8.GetByteCount(changes.Text("changesSince.content")!).ShouldBeGreaterThan(100);
        (await server.ReadAsync($$"""{ changesSince(commit: "{{second}}", branch: "followed") { kind content } }""")).Text("changesSince.kind").ShouldBe("NOT_MODIFIED");
    }

    private async Task<System.Text.Json.JsonElement> JudgeAsync(string before, string after, string planes) => await server.ReadAsync($$"""
        { compatibility(base: { at: { commit: "{{before}}" } }, head: { at: { commit: "{{after}}" } }, planes: {{planes}}) {
            isKept step level breakingCount causes { rule plane path } findings { rule criticality message } migrationPlan { needsDowntime steps { type rollback } questions { question } } } }
        """);
}
