using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>What the audit log says of what was done and of what was refused, by whomever.</summary>
public sealed class AuditTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Entry = """
        sequence action targetType targetId targetName branchName success errorCode errorMessage reason before after correlationId previousHash hash
        actor { subject roles ipAddress userAgent } issues { id } commit { hash }
        """;

    [Fact]
    public async Task An_accepted_change_is_written_down_with_what_was_before_and_after()
    {
        await server.BranchAsync("audited");
        var first = await server.CommitAsync("audited", new { createObjectType = new { id = "ot-audited", name = "Thing", icon = "box" } });
        await server.CommitAsync("audited", new { updateObjectType = new { element = "Thing", icon = "cube" } }, new { rename = new { element = "Thing", name = "Object" } });
        var entries = await EntriesAsync("branch: { eq: \"audited\" }, targetId: { eq: \"ot-audited\" }");
        entries.Length.ShouldBe(2);
        var (changed, made) = (entries[0], entries[1]);
        made.Text("action").ShouldBe("object_type.create");
        made.IsNull("before").ShouldBeTrue();
        made.Text("after.icon").ShouldBe("box");
        made.Text("commit.hash").ShouldBe(first);
        changed.Text("before.name").ShouldBe("Thing");
        changed.Text("after.name").ShouldBe("Object");
        changed.Text("before.icon").ShouldBe("box");
        changed.Text("after.icon").ShouldBe("cube");
        changed.Text("actor.subject").ShouldBe("developer");
        changed.Texts("actor.roles").ShouldBe(["DEVELOPER"]);
        changed.Text("actor.ipAddress").ShouldBe("127.0.0.1");
        changed.Texts("issues.id").ShouldBe(["OMS-1"]);
        changed.Text("reason").ShouldBe("test");
        changed.At("success").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_branch_and_its_lock_are_written_down_with_their_states()
    {
        await server.BranchAsync("states");
        var taken = await server.DoAsync("lockBranch", new { branch = "states", reason = "migrating" }, "lock { fencingToken }", user: "bob");
        await server.DoAsync("unlockBranch", new { branch = "states", fencingToken = taken.Number("lock.fencingToken") }, "branch { state }", user: "bob");
        await server.DoAsync("archiveBranch", new { branch = "states", reason = "over" }, "branch { state }");
        var entries = await EntriesAsync("branch: { eq: \"states\" }");
        entries.Select(e => e.Text("action")).ShouldBe(["branch.archive", "lock.release", "lock.acquire", "branch.create"]);
        entries[0].Text("before.state").ShouldBe("ACTIVE");
        entries[0].Text("after.state").ShouldBe("ARCHIVED");
        entries[0].Text("reason").ShouldBe("over");
        entries.Select(e => e.Text("actor.subject")).ShouldBe(["developer", "bob", "bob", "developer"]);
    }

    [Fact]
    public async Task What_was_refused_is_written_down_with_the_reason()
    {
        await server.BranchAsync("refusals");
        await server.RefusedAsync("commit", new { branch = "refusals", message = "m", issues = new[] { "OMS-5" }, operations = new[] { new { delete = new { element = "Nothing" } } } });
        await server.RefusedAsync("createBranch", new { name = "refusals" });
        await server.RefusedAsync("protectBranch", new { branch = "refusals", isProtected = false, reason = "open it" }, role: "admin");
        await server.RefusedAsync("commit", new { branch = "refusals", message = "m", issues = new[] { "OMS-5" }, operations = Array.Empty<object>() });
        var entries = await EntriesAsync("branch: { eq: \"refusals\" }, success: { eq: false }");
        entries.Select(e => $"{e.Text("action")} {e.Text("errorCode")} {e.Text("actor.subject")}").ShouldBe(
        [
            "commit.create VALUE_OUT_OF_RANGE developer", "branch.unprotect NOTHING_CHANGED admin",
            "branch.create BRANCH_EXISTS developer", "commit.create UNKNOWN_REFERENCE developer",
        ]);
        entries[3].Texts("issues.id").ShouldBe(["OMS-5"]);
        entries[3].Text("errorMessage")!.ShouldContain("Nothing");
    }

    [Fact]
    public async Task A_mutation_that_authorization_denied_is_written_down()
    {
        await server.AskAsync("viewer", """mutation { a: createBranch(input: { name: "denied" }) { branch { name } } b: lockBranch(input: { branch: "main", reason: "r" }) { branch { name } } }""", user: "eve");
        var entries = await EntriesAsync("actor: { eq: \"eve\" }");
        entries.Select(e => e.Text("targetId")).ShouldBe(["lockBranch", "createBranch"]);
        entries.ShouldAllBe(e => e.Text("action") == "mutation.authorize" && e.Text("errorCode") == "AUTH_NOT_AUTHORIZED" && !e.At("success").GetBoolean());
    }

    [Fact]
    public async Task One_request_is_one_correlation()
    {
        await server.BranchAsync("together");
        await server.CommitAsync("together", Model.EveryKind);
        var entries = await EntriesAsync("branch: { eq: \"together\" }, issue: { eq: \"OMS-1\" }");
        entries.Length.ShouldBeGreaterThanOrEqualTo(9);
        entries.Select(e => e.Text("correlationId")).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_chain_is_whole_and_shows_a_checkpoint_that_is_not_in_it()
    {
        await server.BranchAsync("chained");
        var whole = (await server.ReadAsync("{ auditIntegrity { isIntact lastSequence lastHash break { sequence } } }", role: "auditor")).At("auditIntegrity");
        whole.At("isIntact").GetBoolean().ShouldBeTrue();
        whole.IsNull("break").ShouldBeTrue();
        const string Check = "query ($sequence: Long!, $hash: String!) { auditIntegrity(checkpoint: { sequence: $sequence, hash: $hash }) { isIntact break { sequence kind expected actual } } }";
        var kept = await server.ReadAsync(Check, new { sequence = whole.Number("lastSequence"), hash = whole.Text("lastHash") }, role: "auditor");
        kept.At("auditIntegrity.isIntact").GetBoolean().ShouldBeTrue();
        var forged = await server.ReadAsync(Check, new { sequence = 1, hash = whole.Text("lastHash") }, role: "auditor");
        forged.Text("auditIntegrity.break.kind").ShouldBe("CHECKPOINT");
        var cut = await server.ReadAsync(Check, new { sequence = 1_000_000_000_000, hash = whole.Text("lastHash") }, role: "auditor");
        cut.At("auditIntegrity.isIntact").GetBoolean().ShouldBeFalse();
        cut.Text("auditIntegrity.break.kind").ShouldBe("MISSING");
    }

    [Fact]
    public async Task The_log_is_paged_forward_and_linked()
    {
        await server.BranchAsync("paged");
        await server.CommitAsync("paged", Model.EveryKind);
        List<JsonElement> all = [];
        string? after = null;
        do
        {
            var page = (await server.ReadAsync(
                $"query ($after: String) {{ auditEntries(first: 4, after: $after, where: {{ branch: {{ eq: \"paged\" }} }}) {{ totalCount nodes {{ {Entry} }} pageInfo {{ hasNextPage endCursor }} }} }}",
                new { after },
                "auditor")).At("auditEntries");
            all.AddRange(page.At("nodes").EnumerateArray());
            all.Count.ShouldBeLessThanOrEqualTo((int)page.Number("totalCount"));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        all.Select(e => e.Number("sequence")).ShouldBe(all.Select(e => e.Number("sequence")).Distinct().OrderDescending());
        all.Count.ShouldBeGreaterThanOrEqualTo(10);
    }

    [Fact]
    public async Task Others_do_not_read_it_by_any_way()
    {
        var id = (await server.ReadAsync("{ auditEntries(first: 1) { nodes { id } } }", role: "auditor")).Text("auditEntries.nodes.0.id");
        var answer = await server.AskAsync("developer", "query ($id: ID!) { node(id: $id) { id ... on AuditEntry { action } } issue(id: \"OMS-1\") { auditEntries { totalCount } } }", new { id });
        answer.ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        answer.ToString().ShouldNotContain("branch.create");
        var allowed = await server.ReadAsync("query ($id: ID!) { node(id: $id) { id ... on AuditEntry { action } } }", new { id }, "auditor");
        allowed.Text("node.id").ShouldBe(id);
    }

    private async Task<JsonElement[]> EntriesAsync(string where) =>
        [.. (await server.ReadAsync($"{{ auditEntries(first: 50, where: {{ {where} }}) {{ nodes {{ {Entry} }} }} }}", role: "auditor")).At("auditEntries.nodes").EnumerateArray()];
}
