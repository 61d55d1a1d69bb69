using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Indexing;

/// <summary>Branches that are merged by themselves after their indexing, and those that are not, and why.</summary>
public sealed class AutoMergeTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task What_is_indexed_at_its_head_and_asks_for_nothing_more_is_merged_once()
    {
        await PrepareAsync("auto-target", "auto-a", new { createObjectType = new { name = "AutoA" } });
        await AskAsync("auto-a", "auto-target");
        await IndexAsync("auto-a");
        await UntilAsync("auto-a", b => b.Text("state") == "ACTIVE");

        (await TypesAsync("auto-target")).ShouldContain("AutoA");
        var branch = await BranchAsync("auto-a");
        branch.Text("stateReason").ShouldBe("merged into 'auto-target' by itself, as admin asked");
        branch.IsNull("autoMerge.unmet").ShouldBeTrue();
        var audit = (await server.ReadAsync("""{ auditEntries(where: { branch: { eq: "auto-a" }, actor: { eq: "auto-merge" } }) { nodes { action issues { id } } } }""", role: "auditor")).At("auditEntries.nodes");
        audit.GetArrayLength().ShouldBe(1);
        audit.Text("0.action").ShouldBe("branch.auto_merge");
        var log = await server.ReadAsync("""{ branch(name: "auto-target") { commits(first: 5) { nodes { author message parents { hash } } } } }""");
        log.Text("branch.commits.nodes.0.author").ShouldBe("auto-merge");
        log.At("branch.commits.nodes.0.parents").GetArrayLength().ShouldBe(2);

        // Indexed again with nothing new, there is nothing to merge, and it says so.
        await IndexAsync("auto-a");
        await UntilAsync("auto-a", b => !b.IsNull("autoMerge.unmet"));
        (await BranchAsync("auto-a")).Text("autoMerge.unmet.0.condition").ShouldBe("MERGE_ACCEPTED");
    }

    [Fact]
    public async Task What_nobody_keeps_is_missing_and_never_green()
    {
        await PrepareAsync("auto-target-b", "auto-b", new { createObjectType = new { name = "AutoB" } });
        await server.DoAsync("setAutoMerge", new { branch = "auto-b", into = "auto-target-b", issues = new[] { "OMS-1" } }, "branch { autoMerge { requiresApprovals requiresChecks } }", "admin");
        await IndexAsync("auto-b");
        await UntilAsync("auto-b", b => !b.IsNull("autoMerge.unmet"));

        var branch = await BranchAsync("auto-b");
        branch.Text("state").ShouldBe("READY");
        branch.Texts("autoMerge.unmet.condition").ShouldBe(["APPROVAL_RECEIVED", "ALL_TESTS_PASSED"]);
        branch.Texts("autoMerge.unmet.reason").ShouldBe(["Nobody could tell the approvals.", "Nobody could tell the checks."]);
        (await TypesAsync("auto-target-b")).ShouldNotContain("AutoB");
    }

    [Fact]
    public async Task A_conflict_holds_it_and_its_end_lets_it_go()
    {
        await PrepareAsync("auto-target-c", "auto-c", new { updateObjectType = new { element = "Base", icon = "ours" } });
        await server.CommitAsync("auto-target-c", new { updateObjectType = new { element = "Base", icon = "theirs" } });
        await AskAsync("auto-c", "auto-target-c");
        await IndexAsync("auto-c");
        await UntilAsync("auto-c", b => !b.IsNull("autoMerge.unmet"));
        (await BranchAsync("auto-c")).Text("autoMerge.unmet.0.condition").ShouldBe("NO_CONFLICTS");
        (await BranchAsync("auto-c")).Text("autoMerge.unmet.0.reason").ShouldBe("1 conflicts stand in the way.");

        await server.CommitAsync("auto-target-c", new { updateObjectType = new { element = "Base", icon = "ours" } });
        await UntilAsync("auto-c", b => b.Text("state") == "ACTIVE");
    }

    [Fact]
    public async Task With_a_proposal_open_its_approval_is_waited_for_and_it_is_merged()
    {
        await PrepareAsync("auto-target-f", "auto-f", new { createObjectType = new { name = "AutoF" } });
        var proposal = (await server.DoAsync("createProposal", new { source = "auto-f", target = "auto-target-f", title = "AutoF", issues = new[] { "OMS-1" } }, "proposal { key }")).Text("proposal.key");
        await server.DoAsync("setAutoMerge", new { branch = "auto-f", into = "auto-target-f", issues = new[] { "OMS-1" }, requiresChecks = false }, "branch { name }", "admin");
        await IndexAsync("auto-f");
        await UntilAsync("auto-f", b => !b.IsNull("autoMerge.unmet"));
        (await BranchAsync("auto-f")).Texts("autoMerge.unmet.condition").ShouldBe(["APPROVAL_RECEIVED"]);
        (await BranchAsync("auto-f")).Text("state").ShouldBe("READY");

        await server.DoAsync("approveProposal", new { proposal }, "proposal { status }", "reviewer");
        await UntilAsync("auto-f", b => b.Text("state") == "ACTIVE");
        (await TypesAsync("auto-target-f")).ShouldContain("AutoF");
        (await server.ReadAsync("query ($id: String!) { proposal(key: $id) { status merge { by } } }", new { id = proposal })).Text("proposal.status").ShouldBe("MERGED");
    }

    [Fact]
    public async Task What_stands_against_it_for_too_long_ends_it_and_the_branch_stays_ready()
    {
        await PrepareAsync("auto-target-g", "auto-g", new { createObjectType = new { name = "AutoG" } });
        (await server.RefusedAsync("setAutoMerge", new { branch = "auto-g", into = "auto-target-g", issues = new[] { "OMS-1" }, timeoutSeconds = 0 }, "admin")).ShouldBe("VALUE_OUT_OF_RANGE");
        var asked = await server.DoAsync(
            "setAutoMerge", new { branch = "auto-g", into = "auto-target-g", issues = new[] { "OMS-1" }, timeoutSeconds = 2 }, "branch { autoMerge { timeoutSeconds endsAt } }", "admin");
        (asked.Number("branch.autoMerge.timeoutSeconds"), asked.IsNull("branch.autoMerge.endsAt")).ShouldBe((2, true));
        await Task.Delay(2500, TestContext.Current.CancellationToken);
        (await BranchAsync("auto-g")).IsNull("autoMerge").ShouldBeFalse("it waits for its indexing as long as that takes");
        await IndexAsync("auto-g");
        await UntilAsync("auto-g", b => b.IsNull("autoMerge"));

        (await BranchAsync("auto-g")).Text("state").ShouldBe("READY");
        (await TypesAsync("auto-target-g")).ShouldNotContain("AutoG");
        var audit = (await server.ReadAsync("""{ auditEntries(where: { branch: { eq: "auto-g" }, action: { eq: "branch.give_up_auto_merge" } }) { nodes { actor { subject } reason } } }""", role: "auditor")).At("auditEntries.nodes");
        audit.EnumerateArray().ShouldHaveSingleItem().Text("actor.subject").ShouldBe("system");
        audit.Text("0.reason")!.ShouldEndWith(": Nobody could tell the approvals.");
    }

    [Fact]
    public async Task A_failed_indexing_and_one_that_was_overtaken_merge_nothing()
    {
        await PrepareAsync("auto-target-d", "auto-d", new { createObjectType = new { name = "AutoD" } });
        await AskAsync("auto-d", "auto-target-d");
        await IndexAsync("auto-d", "failIndexing", new { message = "disk full" });
        (await BranchAsync("auto-d")).Text("state").ShouldBe("ERROR");
        (await TypesAsync("auto-target-d")).ShouldNotContain("AutoD");
    }

    [Fact]
    public async Task It_may_do_no_more_than_who_asked_for_it()
    {
        await PrepareAsync("auto-target-e", "auto-e", new { createObjectType = new { name = "AutoE" } });
        (await server.AskAsync("developer", """mutation { setAutoMerge(input: { branch: "auto-e", into: "auto-target-e" }) { errors { __typename } } }""")).ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        (await server.RefusedAsync("setAutoMerge", new { branch = "auto-e", into = "auto-target-e" }, "admin")).ShouldBe("ISSUE_REQUIRED");
        (await server.RefusedAsync("setAutoMerge", new { branch = "auto-e", into = "nowhere", issues = new[] { "OMS-1" } }, "admin")).ShouldBe("BRANCH_NOT_FOUND");
        (await server.RefusedAsync("setAutoMerge", new { branch = "auto-e", into = (string?)null }, "admin")).ShouldBe("NOTHING_CHANGED");
    }

    private async Task PrepareAsync(string target, string branch, object operation)
    {
        await server.BranchAsync(target);
        await server.CommitAsync(target, new { createObjectType = new { name = "Base" } });
        await server.BranchFromAsync(branch, target);
        await server.CommitAsync(branch, operation);
    }

    private Task AskAsync(string branch, string into) => server.DoAsync(
        "setAutoMerge", new { branch, into, issues = new[] { "OMS-1" }, requiresApprovals = false, requiresChecks = false }, "branch { autoMerge { into askedBy } }", "admin");

    private async Task IndexAsync(string branch, string end = "completeIndexing", object? more = null)
    {
        var taken = await server.DoAsync("startIndexing", new { branch, reason = "test" }, "lock { id fencingToken }", "service_account");
        var input = new Dictionary<string, object?> { ["branch"] = branch, ["indexing"] = taken.Text("lock.id"), ["fencingToken"] = taken.Number("lock.fencingToken") };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            input[property.Name] = property.GetValue(more);
        await server.DoAsync(end, input, "branch { state }", "service_account");
    }

    private async Task<JsonElement> BranchAsync(string name) => (await server.ReadAsync(
        "query ($name: String!) { branch(name: $name) { state stateReason autoMerge { unmet { condition reason } } } }", new { name })).At("branch");

    private async Task<string[]> TypesAsync(string branch) =>
        (await server.ReadAsync("query ($branch: String!) { ontology(branch: $branch) { objectTypes { nodes { name } } } }", new { branch })).Texts("ontology.objectTypes.nodes.name");

    private Task UntilAsync(string branch, Func<JsonElement, bool> reached) => Eventually.HoldsAsync(async () => reached(await BranchAsync(branch)));
}
