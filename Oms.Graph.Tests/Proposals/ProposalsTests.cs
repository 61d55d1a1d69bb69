using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Proposals;

/// <summary>Proposals through the door: their life, what the target asks of them, and what comes into it.</summary>
public sealed class ProposalsTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Shown = "proposal { key status content reviews { reviewer verdict isCurrent counts } mergeability { isMergeable obstacles { kind check message } } merge { by commit { hash } } endReason }";

    [Fact]
    public async Task A_proposal_lives_from_draft_to_merged_and_leaves_events_and_audit()
    {
        await ForkAsync("life");
        var draft = await server.DoAsync("createProposal", Create("life", isDraft: true), Shown);
        var key = draft.Text("proposal.key")!;
        draft.Text("proposal.status").ShouldBe("DRAFT");

        (await server.RefusedAsync("approveProposal", new { proposal = key }, "reviewer")).ShouldBe("PROPOSAL_TRANSITION_REFUSED");
        (await server.DoAsync("submitProposal", new { proposal = key }, Shown)).Text("proposal.status").ShouldBe("OPEN");
        (await server.RefusedAsync("mergeProposal", new { proposal = key })).ShouldBe("PROPOSAL_NOT_MERGEABLE");
        (await server.DoAsync("requestChanges", new { proposal = key, comment = "why?" }, Shown, "reviewer")).Text("proposal.status").ShouldBe("OPEN");
        var approved = await server.DoAsync("approveProposal", new { proposal = key }, Shown, "reviewer");
        approved.Text("proposal.status").ShouldBe("APPROVED");
        approved.At("proposal.mergeability.isMergeable").GetBoolean().ShouldBeTrue(approved.ToString());

        var merged = await server.DoAsync("mergeProposal", new { proposal = key }, Shown + " commit { hash message issues { id } } report { isClean }");
        merged.Text("proposal.status").ShouldBe("MERGED");
        merged.Text("commit.message")!.ShouldStartWith($"life ({key})");
        merged.Text("proposal.merge.commit.hash").ShouldBe(merged.Text("commit.hash"));
        (await server.RefusedAsync("mergeProposal", new { proposal = key })).ShouldBe("PROPOSAL_TRANSITION_REFUSED");

        (await AuditAsync(key)).ShouldBe(["proposal.merge", "proposal.merge", "proposal.approve", "proposal.request_changes", "proposal.merge", "proposal.submit", "proposal.approve", "proposal.create"]);
        var after = await server.ReadAsync("query ($key: String!) { proposal(key: $key) { status content changes { totalCount } preview { isClean } } }", new { key });
        after.Text("proposal.content").ShouldBe(approved.Text("proposal.content"));
        after.Number("proposal.changes.totalCount").ShouldBe(1);
        after.IsNull("proposal.preview").ShouldBeTrue();
    }

    [Fact]
    public async Task An_approval_is_for_its_content_and_outlives_commits_on_the_target()
    {
        await ForkAsync("content");
        var key = (await server.DoAsync("createProposal", Create("content"), Shown)).Text("proposal.key")!;
        await server.DoAsync("approveProposal", new { proposal = key }, Shown, "reviewer");

        await server.DoAsync("commit", new { branch = "content/main", message = "else", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = "Elsewhere" } } } }, "commit { hash }", "admin");
        await server.DoAsync("mergeBranch", new { into = "content/work", from = "content/main", message = "catch up", issues = new[] { "OMS-1" } }, "commit { hash }", "admin", "keeper");
        var still = await ShowAsync(key);
        still.Texts("reviews.isCurrent").ShouldBe(["True"]);
        still.At("mergeability.isMergeable").GetBoolean().ShouldBeTrue(still.ToString());

        await server.CommitAsync("content/work", new { createObjectType = new { name = "Besides" } });
        (await server.RefusedAsync("mergeProposal", new { proposal = key })).ShouldBe("PROPOSAL_NOT_MERGEABLE");
        var moved = await UntilAsync(key, "OPEN");
        moved.Texts("reviews.counts").ShouldBe(["False"]);
        (await server.RefusedAsync("approveProposal", new { proposal = key, expectedContent = still.Text("content") }, "reviewer")).ShouldBe("PROPOSAL_CONTENT_MOVED");
        (await server.DoAsync("approveProposal", new { proposal = key, expectedContent = moved.Text("content") }, Shown, "reviewer")).Text("proposal.status").ShouldBe("APPROVED");
    }

    [Fact]
    public async Task A_branch_that_asks_for_proposals_takes_nothing_else_from_anybody()
    {
        await ForkAsync("strict");
        await PolicyAsync("strict", new { requiredApprovals = 1, owners = new[] { new { kind = "OBJECT_TYPE", owners = new[] { "olga" } } } });
        var commit = new { branch = "strict/main", message = "direct", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = "Direct" } } } };
        var refusal = await server.RefusalAsync("commit", commit, "admin");
        refusal.Text("code").ShouldBe("PROPOSAL_REQUIRED");
        refusal.Text("message")!.ShouldContain("createProposal");
        (await server.RefusedAsync("mergeBranch", new { into = "strict/main", from = "strict/work", message = "m", issues = new[] { "OMS-1" } }, "admin")).ShouldBe("PROPOSAL_REQUIRED");

        var key = (await server.DoAsync("createProposal", Create("strict"), Shown)).Text("proposal.key")!;
        (await server.DoAsync("approveProposal", new { proposal = key }, Shown, "reviewer")).Text("proposal.status").ShouldBe("OPEN");
        (await server.DoAsync("approveProposal", new { proposal = key }, Shown, "reviewer", "olga")).Text("proposal.status").ShouldBe("APPROVED");
        (await server.DoAsync("mergeProposal", new { proposal = key, strategy = "SQUASH" }, "commit { parents { hash } } branch { reviewPolicy { requireProposal owners { owners } } }"))
            .Texts("branch.reviewPolicy.owners.owners").ShouldBe(["olga"]);
    }

    [Fact]
    public async Task Who_made_it_can_not_review_it_and_one_pair_of_branches_has_one_proposal()
    {
        await ForkAsync("own");
        var key = (await server.DoAsync("createProposal", Create("own"), Shown, "admin", "boss")).Text("proposal.key")!;
        (await server.RefusedAsync("approveProposal", new { proposal = key }, "admin", "boss")).ShouldBe("REVIEW_OF_OWN_WORK");
        (await server.RefusedAsync("approveProposal", new { proposal = key }, "admin", "developer")).ShouldBe("REVIEW_OF_OWN_WORK");
        (await server.RefusedAsync("createProposal", Create("own"))).ShouldBe("PROPOSAL_EXISTS");
        (await server.RefusedAsync("withdrawReview", new { proposal = key }, "reviewer")).ShouldBe("REVIEW_NOT_FOUND");
        (await server.RefusedAsync("closeProposal", new { proposal = key, reason = "no" }, "developer", "stranger")).ShouldBe("AUTH_NOT_AUTHORIZED");
        (await server.DoAsync("rejectProposal", new { proposal = key, reason = "not now" }, Shown, "reviewer")).Text("proposal.endReason").ShouldBe("not now");

        var second = (await server.DoAsync("createProposal", Create("own"), Shown)).Text("proposal.key")!;
        (await server.RefusedAsync("reopenProposal", new { proposal = key }, "admin")).ShouldBe("PROPOSAL_EXISTS");
        await server.DoAsync("closeProposal", new { proposal = second, reason = "twice" }, Shown);
        (await server.DoAsync("reopenProposal", new { proposal = key }, Shown, "admin")).Text("proposal.status").ShouldBe("OPEN");
        (await server.DoAsync("returnProposalToDraft", new { proposal = key }, Shown, "admin")).Text("proposal.status").ShouldBe("DRAFT");
    }

    [Fact]
    public async Task Bad_input_is_refused_by_name()
    {
        await ForkAsync("bad");
        (await server.RefusedAsync("createProposal", new { source = "bad/none", target = "bad/main", title = "t" })).ShouldBe("BRANCH_NOT_FOUND");
        (await server.RefusedAsync("createProposal", new { source = "bad/work", target = "Bad Name", title = "t" })).ShouldBe("BRANCH_NOT_FOUND");
        (await server.RefusedAsync("createProposal", new { source = "bad/work", target = "bad/main", title = " " })).ShouldBe("VALUE_OUT_OF_RANGE");
        (await server.RefusedAsync("createProposal", new { source = "bad/work", target = "bad/main", title = "t", issues = new[] { "?" } })).ShouldBe("ISSUE_INVALID");
        (await server.RefusedAsync("createProposal", new { source = "bad/main", target = "bad/main", title = "t" })).ShouldBe("NOTHING_CHANGED");
        (await server.RefusedAsync("submitProposal", new { proposal = "pr-none" })).ShouldBe("PROPOSAL_NOT_FOUND");
        (await server.RefusedAsync("setReviewPolicy", new { branch = "bad/main", policy = new { requiredApprovals = 21 }, reason = "r" }, "admin")).ShouldBe("VALUE_OUT_OF_RANGE");
    }

    [Fact]
    public async Task Proposals_are_listed_newest_first_under_conditions_and_fetched_by_global_id()
    {
        await ForkAsync("listed");
        await server.BranchFromAsync("listed/more", "listed/work");
        var first = (await server.DoAsync("createProposal", Create("listed"), Shown)).Text("proposal.key")!;
        var second = (await server.DoAsync("createProposal", new { source = "listed/more", target = "listed/main", title = "more", labels = new[] { "wide" } }, Shown)).Text("proposal.key")!;

        var page = await server.ReadAsync("""
            { proposals(where: { target: { eq: "listed/main" } }, first: 1) { totalCount nodes { id key } pageInfo { hasNextPage endCursor } }
              wide: proposals(where: { labels: { some: { eq: "wide" } }, target: { eq: "listed/main" }, status: { in: [OPEN] } }) { nodes { title } } }
            """);
        page.Texts("proposals.nodes.key").ShouldBe([second]);
        page.Number("proposals.totalCount").ShouldBe(2);
        page.Texts("wide.nodes.title").ShouldBe(["more"]);
        var rest = await server.ReadAsync(
            "query ($after: String, $id: ID!) { proposals(where: { target: { eq: \"listed/main\" } }, after: $after) { nodes { key } } node(id: $id) { ... on Proposal { key } } }",
            new { after = page.Text("proposals.pageInfo.endCursor"), id = page.Text("proposals.nodes.0.id") });
        rest.Texts("proposals.nodes.key").ShouldBe([first]);
        rest.Text("node.key").ShouldBe(second);
    }

    [Fact]
    public async Task What_happens_to_proposals_is_told_to_subscribers()
    {
        await ForkAsync("told");
        await using var stream = await EventStream.OpenAsync(
            server.Server, await server.TokenAsync("viewer"),
            "subscription { proposalUpdated(targets: [\"told/main\"]) { ... on ProposalUpdate { key change from status proposal { title } } } }");
        var key = (await server.DoAsync("createProposal", Create("told", isDraft: true), Shown)).Text("proposal.key")!;
        await server.DoAsync("submitProposal", new { proposal = key }, Shown);
        await server.DoAsync("approveProposal", new { proposal = key }, Shown, "reviewer");
        await server.DoAsync("mergeProposal", new { proposal = key }, Shown);

        var told = new List<string>();
        while (told.Count < 4)
        {
            var update = (await stream.NextAsync())!.Value.At("data.proposalUpdated");
            update.Text("key").ShouldBe(key);
            told.Add($"{update.Text("change")} {update.Text("from")} {update.Text("status")}");
        }

        told.ShouldBe(["CREATED DRAFT DRAFT", "SUBMITTED DRAFT OPEN", "APPROVED OPEN APPROVED", "MERGED APPROVED MERGED"]);
    }

    [Fact]
    public async Task Proposals_are_there_again_after_the_server_was_killed()
    {
        await using var own = await ServerProcess.StartAsync();
        var (admin, reviewer) = (await own.TokenAsync("admin"), await own.TokenAsync("reviewer", "rita"));
        await own.QueryAsync(admin, """mutation { createBranch(input: { name: "work" }) { branch { name } } }""");
        await own.QueryAsync(admin, """mutation { commit(input: { branch: "work", message: "m", issues: ["OMS-1"], operations: [{ createObjectType: { name: "Person" } }] }) { commit { hash } } }""");
        var key = (await own.QueryAsync(admin, """mutation { createProposal(input: { source: "work", title: "kept", issues: ["OMS-1"] }) { proposal { key } } }""")).Text("data.createProposal.proposal.key");
        await own.QueryAsync(reviewer, "mutation ($key: String!) { approveProposal(input: { proposal: $key }) { errors { __typename } } }", new { key });
        await own.KillAsync();
        await own.RestartAsync();
        var shown = await own.QueryAsync(admin, "query ($key: String!) { proposal(key: $key) { status title mergeability { isMergeable } } }", new { key });
        (shown.Text("data.proposal.status"), shown.Text("data.proposal.title")).ShouldBe(("APPROVED", "kept"));
        shown.At("data.proposal.mergeability.isMergeable").GetBoolean().ShouldBeTrue(shown.ToString());
    }

    private static object Create(string name, bool isDraft = false) =>
        new { source = $"{name}/work", target = $"{name}/main", title = name, isDraft, issues = new[] { "OMS-1" } };

    private async Task ForkAsync(string name)
    {
        await server.BranchAsync($"{name}/main");
        await PolicyAsync(name, new { requireProposal = false, requiredApprovals = 1 });
        await server.BranchFromAsync($"{name}/work", $"{name}/main");
        await server.CommitAsync($"{name}/work", new { createObjectType = new { name = "Type" + char.ToUpperInvariant(name[0]) + name[1..] } });
    }

    private Task<JsonElement> PolicyAsync(string name, object policy) =>
        server.DoAsync("setReviewPolicy", new { branch = $"{name}/main", policy, reason = "test" }, "branch { name }", "admin");

    private async Task<JsonElement> ShowAsync(string key) =>
        (await server.ReadAsync("query ($key: String!) { " + Shown.Replace("proposal {", "proposal(key: $key) {", StringComparison.Ordinal) + " }", new { key })).At("proposal");

    private async Task<JsonElement> UntilAsync(string key, string status)
    {
        JsonElement shown = default;
        await Eventually.HoldsAsync(async () => (shown = await ShowAsync(key)).Text("status") == status, seen: () => shown.ToString());
        return shown;
    }

    private async Task<string[]> AuditAsync(string key) =>
        (await server.ReadAsync(
            "query ($key: String!) { auditEntries(where: { targetId: { eq: $key } }, first: 50) { nodes { action } } }", new { key }, "auditor")).Texts("auditEntries.nodes.action");
}
