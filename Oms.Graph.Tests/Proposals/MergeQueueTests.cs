using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Proposals;

/// <summary>The merge queue of a branch, through the door.</summary>
public sealed class MergeQueueTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly object Policy = new { requiredApprovals = 1, useQueue = true };

    [Fact]
    public async Task What_is_sent_to_the_queue_is_merged_one_after_the_other()
    {
        var fork = await ProposalFork.MakeAsync(server, "line", Policy);
        await server.BranchFromAsync("line/second", fork.Main);
        await server.CommitAsync("line/second", new { createObjectType = new { name = "SecondInLine" } });
        var second = await fork.ProposeAsync("line/second");
        (await server.RefusedAsync("enqueueProposal", new { proposal = fork.Key })).ShouldBe("PROPOSAL_TRANSITION_REFUSED");
        await fork.ApproveAsync();
        await fork.ApproveAsync(second);
        (await server.RefusalAsync("mergeProposal", new { proposal = fork.Key })).Text("message")!.ShouldContain("enqueueProposal");

        await server.DoAsync("enqueueProposal", new { proposal = fork.Key, strategy = "SQUASH" }, "proposal { status }");
        await server.DoAsync("enqueueProposal", new { proposal = second }, "proposal { status }");
        await fork.UntilAsync("status", p => p.Text("status") == "MERGED");
        var last = await fork.UntilAsync("status merge { by commit { parents { hash } } }", p => p.Text("status") == "MERGED", second);
        last.Text("merge.by").ShouldBe("developer");
        (await server.ReadAsync("""{ mergeQueue(target: "line/main") { key } ontology(branch: "line/main") { objectType(name: "SecondInLine") { name } } }"""))
            .Text("ontology.objectType.name").ShouldBe("SecondInLine");
    }

    [Fact]
    public async Task What_waits_for_a_lock_keeps_its_place_and_can_be_taken_out()
    {
        var fork = await ProposalFork.MakeAsync(server, "wait", Policy);
        await fork.ApproveAsync();
        var token = (await server.DoAsync("lockBranch", new { branch = fork.Main, reason = "indexing" }, "lock { fencingToken }", "admin")).Number("lock.fencingToken");
        await server.DoAsync("enqueueProposal", new { proposal = fork.Key }, "proposal { queue { position by } }");
        await Task.Delay(500);
        var queue = await server.ReadAsync("""{ mergeQueue(target: "wait/main") { key queue { position } } }""");
        queue.Texts("mergeQueue.queue.position").ShouldBe(["1"]);
        await server.DoAsync("dequeueProposal", new { proposal = fork.Key, reason = "later" }, "proposal { queue { position } }");
        (await server.RefusedAsync("dequeueProposal", new { proposal = fork.Key, reason = "later" })).ShouldBe("PROPOSAL_NOT_QUEUED");

        await server.DoAsync("enqueueProposal", new { proposal = fork.Key }, "proposal { status }");
        await server.DoAsync("unlockBranch", new { branch = fork.Main, fencingToken = token }, "branch { name }", "admin");
        await fork.UntilAsync("status", p => p.Text("status") == "MERGED");
    }

    [Fact]
    public async Task What_can_not_be_merged_when_it_is_its_turn_leaves_the_queue_and_says_why()
    {
        var fork = await ProposalFork.MakeAsync(server, "clash", new { requireProposal = false, requiredApprovals = 1, useQueue = true, optionalChecks = new[] { "COMPATIBILITY", "LINT" } }, propose: false);
        await server.DoAsync("mergeBranch", new { into = fork.Main, from = fork.Work, message = "start", issues = new[] { "OMS-1" } }, "commit { hash }", "admin");
        await server.BranchFromAsync("clash/second", fork.Main);
        await server.CommitAsync("clash/second", new { rename = new { element = fork.Element, name = "SecondName" } });
        await server.CommitAsync(fork.Work, new { rename = new { element = fork.Element, name = "FirstName" } });
        var first = await fork.ProposeAsync(fork.Work);
        await fork.ApproveAsync(first);
        var second = await fork.ProposeAsync("clash/second");
        await fork.ApproveAsync(second);
        var token = (await server.DoAsync("lockBranch", new { branch = fork.Main, reason = "hold" }, "lock { fencingToken }", "admin")).Number("lock.fencingToken");
        await server.DoAsync("enqueueProposal", new { proposal = first }, "proposal { status }");
        await server.DoAsync("enqueueProposal", new { proposal = second }, "proposal { status }");
        await server.DoAsync("unlockBranch", new { branch = fork.Main, fencingToken = token }, "branch { name }", "admin");

        await fork.UntilAsync("status", p => p.Text("status") == "MERGED", first);
        await fork.UntilAsync("queue { position }", p => p.IsNull("queue"), second);
        var audit = await server.ReadAsync(
            "query ($key: String!) { auditEntries(where: { targetId: { eq: $key }, action: { eq: \"proposal.dequeue\" } }) { nodes { actor { subject } reason } } }", new { key = second }, "auditor");
        audit.Text("auditEntries.nodes.0.reason")!.ShouldContain("CONFLICTS");
        audit.Text("auditEntries.nodes.0.actor.subject").ShouldBe("system");
    }
}
