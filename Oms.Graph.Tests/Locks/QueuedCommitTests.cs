using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Locks;

/// <summary>Commits that meet a lock and wait for its end.</summary>
public sealed class QueuedCommitTests(SharedServer server, BothStores stores) : IClassFixture<SharedServer>, IClassFixture<BothStores>
{
    private const string Queued = "commit { hash } queued { id status } ";

    [Fact]
    public async Task They_are_applied_in_order_when_the_lock_ends_and_once()
    {
        await server.BranchAsync("queue-a");
        var token = await LockAsync("queue-a");
        var first = await QueueAsync("queue-a", "First", "key-1");
        await QueueAsync("queue-a", "Second", null);
        (await QueueAsync("queue-a", "First", "key-1")).Text("queued.id").ShouldBe(first.Text("queued.id"), "the same key is the same commit");
        first.IsNull("commit").ShouldBeTrue();
        (await TypesAsync("queue-a")).ShouldBeEmpty();

        await server.DoAsync("unlockBranch", new { branch = "queue-a", fencingToken = token }, "branch { state }", user: "holder");
        await UntilSettledAsync("queue-a", 2);
        (await ListAsync("queue-a")).Texts("status").ShouldBe(["APPLIED", "APPLIED"]);
        (await TypesAsync("queue-a")).ShouldBe(["First", "Second"], ignoreOrder: true);
        var log = (await server.ReadAsync("""{ branch(name: "queue-a") { commits(first: 3) { nodes { author message } } } }""")).At("branch.commits.nodes");
        log.Texts("message").Take(2).ShouldBe(["Second", "First"]);
        log.Text("0.author").ShouldBe("developer");
        var audit = (await server.ReadAsync("""{ auditEntries(where: { branch: { eq: "queue-a" }, actor: { eq: "developer" } }) { nodes { action } } }""", role: "auditor")).Texts("auditEntries.nodes.action");
        audit.ShouldBe(["object_type.create", "commit.create", "object_type.create", "commit.create", "commit.queue", "commit.queue", "branch.create"]);
    }

    [Fact]
    public async Task What_the_holder_changed_meanwhile_is_not_overwritten()
    {
        await server.BranchAsync("queue-b");
        await server.CommitAsync("queue-b", new { createObjectType = new { name = "Thing", icon = "box" } });
        var token = await LockAsync("queue-b");
        await server.DoAsync("commit", Change("queue-b", new { updateObjectType = new { element = "Thing", icon = "mine" } }), Queued);
        await server.DoAsync("commit", Change("queue-b", new { updateObjectType = new { element = "Thing", tags = new[] { "late" } } }), Queued);
        await server.DoAsync("commit", new { branch = "queue-b", message = "held", issues = new[] { "OMS-1" }, fencingToken = token, operations = new object[] { new { updateObjectType = new { element = "Thing", icon = "theirs" } } } }, "commit { hash }", user: "holder");
        await server.DoAsync("unlockBranch", new { branch = "queue-b", fencingToken = token }, "branch { state }", user: "holder");
        await UntilSettledAsync("queue-b", 2);

        var settled = await ListAsync("queue-b");
        settled.Texts("status").ShouldBe(["RETURNED", "APPLIED"]);
        settled.Text("0.returnCode").ShouldBe("MERGE_CONFLICTS");
        settled.At("0.conflicts").GetArrayLength().ShouldBe(1);
        var thing = (await server.ReadAsync("""{ ontology(branch: "queue-b") { objectType(name: "Thing") { icon tags } } }""")).At("ontology.objectType");
        (thing.Text("icon"), thing.Texts("tags")[0]).ShouldBe(("theirs", "late"));

        // The author takes it over by hand, with an answer.
        var hash = settled.Text("0.commit.hash")!;
        var tried = await server.ChangeAsync("cherryPickCommit", new { branch = "queue-b", commit = hash, message = "mine after all", issues = new[] { "OMS-1" }, dryRun = true }, "report { conflicts(open: true) { nodes { id } } }");
        var answer = new { conflict = tried.Text("report.conflicts.nodes.0.id"), choice = "THEIRS" };
        await server.DoAsync("cherryPickCommit", new { branch = "queue-b", commit = hash, message = "mine after all", issues = new[] { "OMS-1" }, resolutions = new[] { answer } }, "commit { hash }");
        (await server.ReadAsync("""{ ontology(branch: "queue-b") { objectType(name: "Thing") { icon } } }""")).Text("ontology.objectType.icon").ShouldBe("mine");
    }

    [Fact]
    public async Task Nothing_but_a_lock_lets_a_commit_wait()
    {
        await server.BranchAsync("queue-c");
        var token = await LockAsync("queue-c");
        (await server.RefusedAsync("commit", new { branch = "queue-c", message = "m", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = "A" } } } })).ShouldBe("BRANCH_LOCKED");
        (await server.RefusedAsync("commit", Change("queue-c", new { delete = new { element = "Nothing" } }))).ShouldBe("UNKNOWN_REFERENCE");
        (await server.RefusedAsync("commit", new { branch = "queue-c", message = "m", whenFrozen = "QUEUE", operations = new object[] { new { createObjectType = new { name = "A" } } } })).ShouldBe("ISSUE_REQUIRED");
        (await ListAsync("queue-c")).GetArrayLength().ShouldBe(0);
        await server.DoAsync("unlockBranch", new { branch = "queue-c", fencingToken = token }, "branch { state }", user: "holder");
        (await server.DoAsync("commit", Change("queue-c", new { createObjectType = new { name = "B" } }), Queued)).IsNull("queued").ShouldBeTrue("nothing is in the way");
    }

    [Fact]
    public async Task An_author_takes_one_back_while_it_waits_and_nobody_else_does()
    {
        await server.BranchAsync("queue-d");
        var token = await LockAsync("queue-d");
        var mine = (await QueueAsync("queue-d", "Mine", null)).Text("queued.id");
        var kept = (await QueueAsync("queue-d", "Kept", null)).Text("queued.id");
        (await server.RefusedAsync("withdrawQueuedCommit", new { branch = "queue-d", queued = mine }, user: "holder")).ShouldBe("QUEUED_COMMIT_NOT_YOURS");
        (await server.RefusedAsync("withdrawQueuedCommit", new { branch = "queue-c", queued = mine })).ShouldBe("QUEUED_COMMIT_NOT_FOUND");
        var taken = await server.DoAsync("withdrawQueuedCommit", new { branch = "queue-d", queued = mine, reason = "a mistake" }, "queued { status settledAt commit { message } }");
        (taken.Text("queued.status"), taken.Text("queued.commit.message"), taken.IsNull("queued.settledAt")).ShouldBe(("WITHDRAWN", "Mine", false));
        (await server.RefusalAsync("withdrawQueuedCommit", new { branch = "queue-d", queued = mine }, refusal: "... on QueuedCommitSettledError { status }")).Text("status").ShouldBe("WITHDRAWN");

        await server.DoAsync("unlockBranch", new { branch = "queue-d", fencingToken = token }, "branch { state }", user: "holder");
        await UntilSettledAsync("queue-d", 2);
        (await ListAsync("queue-d")).Texts("status").ShouldBe(["WITHDRAWN", "APPLIED"]);
        (await TypesAsync("queue-d")).ShouldBe(["Kept"]);
        var refusal = await server.RefusalAsync("withdrawQueuedCommit", new { branch = "queue-d", queued = kept }, refusal: "... on QueuedCommitSettledError { status }");
        (refusal.Text("code"), refusal.Text("status")).ShouldBe(("QUEUED_COMMIT_SETTLED", "APPLIED"));
        var audit = (await server.ReadAsync("""{ auditEntries(where: { branch: { eq: "queue-d" }, action: { eq: "commit.withdraw" } }) { nodes { reason success } } }""", role: "auditor")).At("auditEntries.nodes");
        audit.EnumerateArray().Select(e => (e.Text("reason"), e.At("success").GetBoolean())).ShouldContain(("a mistake", true));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task They_survive_the_server_and_a_lock_that_ends_while_none_runs(string store)
    {
        await using var one = await stores.StartAsync(store);
        var token = await one.TokenAsync("admin");
        await one.CreateBranchAsync(token, "kept");
        await one.QueryAsync(token, """mutation { lockBranch(input: { branch: "kept", reason: "dies", heartbeatSeconds: 1 }) { lock { id } } }""");
        var answer = await one.QueryAsync(await one.TokenAsync("admin", "other"), """
            mutation { commit(input: { branch: "kept", message: "m", issues: ["OMS-1"], whenFrozen: QUEUE, operations: [{ createObjectType: { name: "Kept" } }] }) { queued { status } errors { ... on Error { message } } } }
            """);
        answer.Text("data.commit.queued.status").ShouldBe("WAITING", answer.ToString());
        await one.KillAsync();
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        await one.RestartAsync();

        await Eventually.HoldsAsync(async () => (await one.QueryAsync(token, """{ queuedCommits(branch: "kept", status: APPLIED) { applied { author } } }""")).Texts("data.queuedCommits.applied.author") is ["other"]);
        var types = (await one.QueryAsync(token, """{ ontology(branch: "kept") { objectTypes { nodes { name } } } }""")).Texts("data.ontology.objectTypes.nodes.name");
        types.ShouldBe(["Kept"]);
    }

    private static object Change(string branch, object operation) => new { branch, message = "m", issues = new[] { "OMS-1" }, whenFrozen = "QUEUE", operations = new[] { operation } };

    private async Task<long> LockAsync(string branch) =>
        (await server.DoAsync("lockBranch", new { branch, reason = "mine" }, "lock { fencingToken }", user: "holder")).Number("lock.fencingToken");

    private Task<JsonElement> QueueAsync(string branch, string type, string? key) => server.DoAsync(
        "commit", new { branch, message = type, issues = new[] { "OMS-1" }, whenFrozen = "QUEUE", idempotencyKey = key, operations = new object[] { new { createObjectType = new { name = type } } } }, Queued);

    private async Task<JsonElement> ListAsync(string branch) => (await server.ReadAsync(
        "query ($branch: String!) { queuedCommits(branch: $branch) { status returnCode conflicts commit { hash } } }", new { branch })).At("queuedCommits");

    private async Task<string[]> TypesAsync(string branch) =>
        (await server.ReadAsync("query ($branch: String!) { ontology(branch: $branch) { objectTypes { nodes { name } } } }", new { branch })).Texts("ontology.objectTypes.nodes.name");

    private Task UntilSettledAsync(string branch, int count) => Eventually.HoldsAsync(async () => (await ListAsync(branch)).Texts("status").Count(s => s != "WAITING") == count);
}
