using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Proposals;

/// <summary>What reviewers see and say, through the door: threads, changes since a review, checks, overrides.</summary>
public sealed class ReviewingTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Because = "Production is down, and this change is what brings it back up.";

    [Fact]
    public async Task A_thread_follows_its_element_through_a_rename_and_is_settled()
    {
        var fork = await ProposalFork.MakeAsync(server, "threads");
        var begun = await server.DoAsync("commentOnProposal", new { proposal = fork.Key, element = fork.Element, text = "Why this name?" }, "thread { key anchor { name state } }", "reviewer");
        begun.Text("thread.anchor.name").ShouldBe(fork.Type);
        var thread = begun.Text("thread.key");
        await server.DoAsync("commentOnProposal", new { proposal = fork.Key, thread, text = "I rename it." }, "thread { key }");
        await server.CommitAsync(fork.Work, new { rename = new { element = fork.Element, name = "RenamedThreads" } });

        var shown = await fork.ShowAsync("threads { totalCount nodes { anchor { element name state } comments { author text } isResolved } }");
        shown.Texts("threads.nodes.comments.text").ShouldBe(["Why this name?", "I rename it."]);
        (shown.Text("threads.nodes.0.anchor.name"), shown.Text("threads.nodes.0.anchor.state")).ShouldBe(("RenamedThreads", "CHANGED"));

        (await server.DoAsync("resolveProposalThread", new { proposal = fork.Key, thread, text = "Good." }, "thread { isResolved resolvedBy comments { text } }", "reviewer"))
            .Text("thread.resolvedBy").ShouldBe("reviewer");
        (await fork.ShowAsync("threads(resolved: false) { totalCount }")).Number("threads.totalCount").ShouldBe(0);
        (await server.RefusedAsync("commentOnProposal", new { proposal = fork.Key, thread = "th-none", text = "?" })).ShouldBe("THREAD_NOT_FOUND");
        (await server.RefusedAsync("commentOnProposal", new { proposal = fork.Key, element = "none", text = "?" })).ShouldBe("MALFORMED_INPUT");
        (await server.RefusedAsync("commentOnProposal", new { proposal = fork.Key, element = "ot-00000000000000000000000000000000", text = "?" })).ShouldBe("UNKNOWN_REFERENCE");
    }

    [Fact]
    public async Task What_changed_since_a_review_leaves_out_what_the_target_did()
    {
        var fork = await ProposalFork.MakeAsync(server, "since");
        await fork.ApproveAsync();
        await server.CommitAsync(fork.Main, new { createObjectType = new { name = "OfTheTarget" } });
        await server.DoAsync("mergeBranch", new { into = fork.Work, from = fork.Main, message = "catch up", issues = new[] { "OMS-1" } }, "commit { hash }", "admin", "keeper");
        const string Since = "reviews { isCurrent changesSince { nodes { kind entry { sentence path } } } }";
        (await fork.ShowAsync(Since)).Texts("reviews.changesSince.nodes").ShouldBeEmpty();

        await server.CommitAsync(fork.Work, new { createObjectType = new { name = "AfterTheReview" } }, new { rename = new { element = fork.Element, name = "OtherSince" } });
        var shown = await fork.ShowAsync(Since);
        shown.Texts("reviews.changesSince.nodes.kind").Order().ShouldBe(["CHANGED", "NEW"]);
        shown.Texts("reviews.changesSince.nodes.entry.sentence").ShouldNotContain(s => s.Contains("OfTheTarget"));
    }

    [Fact]
    public async Task Each_check_is_shown_for_what_there_is_now_and_can_be_carried_out_again()
    {
        var fork = await ProposalFork.MakeAsync(server, "checks");
        var rerun = await server.DoAsync("rerunProposalChecks", new { proposal = fork.Key, kinds = new[] { "LINT", "VALID" } }, "proposal { checks { kind status by } }", "reviewer");
        rerun.Texts("proposal.checks.kind").ShouldBe(["VALID", "CONFLICTS", "COMPATIBILITY", "LINT", "ISSUES"]);
        rerun.Texts("proposal.checks.status").ShouldAllBe(s => s == "PASSED");
        var by = (await fork.ShowAsync("checks { by }")).Texts("checks.by");
        (by[0], by[1], by[3]).ShouldBe(("reviewer", "viewer", "reviewer"));

        await server.DoAsync("commit", new { branch = fork.Main, message = "same name", issues = new[] { "OMS-1" }, operations = new object[] { new { createInterface = new { name = "bad_name" } } } }, "commit { hash }");
        await server.CommitAsync(fork.Work, new { createObjectType = new { name = "lower_case" } });
        var red = await fork.ShowAsync("checks { kind status findings by } mergeability { obstacles { kind check } }");
        red.Texts("checks.status").ShouldBe(["PASSED", "PASSED", "PASSED", "FAILED", "PASSED"]);
        red.Texts("checks.by").ShouldAllBe(b => b == "viewer");
        red.Texts("mergeability.obstacles.kind").ShouldBe(["APPROVALS"]);
        (await server.RefusedAsync("closeProposal", new { proposal = fork.Key, reason = "" })).ShouldBe("VALUE_OUT_OF_RANGE");
        await server.DoAsync("closeProposal", new { proposal = fork.Key, reason = "done" }, "proposal { status }");
        (await server.RefusedAsync("rerunProposalChecks", new { proposal = fork.Key })).ShouldBe("PROPOSAL_TRANSITION_REFUSED");
    }

    [Fact]
    public async Task An_emergency_override_takes_two_people_and_is_for_one_merge()
    {
        var fork = await ProposalFork.MakeAsync(server, "urgent", new { requiredApprovals = 2 });
        (await server.RefusedAsync("mergeProposal", new { proposal = fork.Key, useOverride = true })).ShouldBe("OVERRIDE_NOT_USABLE");
        (await server.RefusedAsync("requestOverride", new { proposal = fork.Key, reason = "quick" })).ShouldBe("VALUE_OUT_OF_RANGE");
        await server.DoAsync("requestOverride", new { proposal = fork.Key, reason = Because }, "proposal { override { requestedBy expiresAt } }", "admin", "asker");
        (await server.RefusedAsync("approveOverride", new { proposal = fork.Key }, "admin", "asker")).ShouldBe("OVERRIDE_NOT_USABLE");
        (await server.DoAsync("approveOverride", new { proposal = fork.Key }, "proposal { override { approvedBy } }", "admin", "giver")).Text("proposal.override.approvedBy").ShouldBe("giver");

        (await server.RefusedAsync("mergeProposal", new { proposal = fork.Key })).ShouldBe("PROPOSAL_NOT_MERGEABLE");
        var merged = await server.DoAsync("mergeProposal", new { proposal = fork.Key, useOverride = true }, "proposal { status override { usedAt } merge { isOverridden } }");
        merged.At("proposal.merge.isOverridden").GetBoolean().ShouldBeTrue();
        merged.IsNull("proposal.override.usedAt").ShouldBeFalse();
        var audit = await server.ReadAsync(
            "query ($key: String!) { auditEntries(where: { targetId: { eq: $key }, action: { eq: \"proposal.override\" } }) { nodes { reason after } } }", new { key = fork.Key }, "auditor");
        audit.Text("auditEntries.nodes.0.reason").ShouldBe(Because);
        audit.Text("auditEntries.nodes.0.after.approvedBy").ShouldBe("giver");
    }

    [Fact]
    public async Task What_the_target_promises_by_its_own_rules_is_checked_and_an_accepted_break_passes()
    {
        var fork = await ProposalFork.MakeAsync(server, "promised", new { requireProposal = false, requiredApprovals = 0, optionalChecks = new[] { "COMPATIBILITY", "LINT" } }, propose: false);
        await server.DoAsync("mergeBranch", new { into = fork.Main, from = fork.Work, message = "start", issues = new[] { "OMS-1" } }, "commit { hash }", "admin");
        await server.DoAsync("setBranchRules", new { branch = fork.Main, compatibility = new[] { new { mode = "BACKWARD" } }, reason = "partners" }, "rules { graceDays }", "admin");
        await server.CommitAsync(fork.Work, new { rename = new { element = fork.Element, name = "OtherPromised" } });
        var key = await fork.ProposeAsync(fork.Work);

        var obstacle = (await fork.ShowAsync("mergeability { obstacles { kind check } } checks { kind findings }", key));
        obstacle.Texts("mergeability.obstacles.check").ShouldBe(["COMPATIBILITY"]);
        var finding = obstacle.Texts("checks.findings").ShouldHaveSingleItem();
        var fingerprint = finding[finding.LastIndexOf("b-", StringComparison.Ordinal)..].TrimEnd('.');
        (await server.RefusedAsync("mergeProposal", new { proposal = key })).ShouldBe("PROPOSAL_NOT_MERGEABLE");
        await server.DoAsync("acceptBreak", new { branch = fork.Main, fingerprint, expiresAt = DateTimeOffset.UtcNow.AddDays(2), reason = "agreed" }, "rules { graceDays }", "admin");
        (await server.DoAsync("mergeProposal", new { proposal = key }, "proposal { status }")).Text("proposal.status").ShouldBe("MERGED");
    }
}
