using System.Globalization;
using System.Text.Json;
using Oms.Graph.Tests.Door;
using Oms.Graph.Tests.Indexing;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>The sample indexer at work on either store, by mutations and by events, well, badly and dying; seen by those who follow.</summary>
public sealed class IndexingTests(BothStores stores) : IClassFixture<BothStores>
{
    private const string Feature = "feature/indexed";

    [Theory]
    [InlineData("sqlite", false)]
    [InlineData("postgresql", false)]
    [InlineData("sqlite", true)]
    [InlineData("postgresql", true)]
    public async Task An_indexer_freezes_a_branch_reads_it_and_makes_it_ready_and_a_write_makes_it_active_again(string store, bool byEvents)
    {
        await using var funnel = byEvents ? await FunnelPublisher.StartAsync() : null;
        await using var server = await stores.StartAsync(store, funnel?.Settings, "schemaorg");
        var admin = await server.TokenAsync("admin");
        var indexer = await server.TokenAsync("service_account", "funnel-service");
        string[] how = funnel is null ? [] : ["--nats", funnel.Settings["Nats__Servers"]];
        await server.CreateBranchAsync(admin, Feature);
        await using var progress = await EventStream.OpenAsync(
            server, admin, "subscription ($b: [String!]) { indexingProgress(branches: $b, after: 0) { ... on IndexingReport { phase indexer progress { percent } records } } }", new { b = new[] { Feature } });
        await using var states = await EventStream.OpenAsync(
            server, admin, "subscription ($b: [String!]) { branchStateChanged(branches: $b, after: 0) { ... on BranchStateChange { from to trigger } } }", new { b = new[] { Feature } });

        var run = FunnelSample.RunAsync(server, indexer, Feature, [.. how, "--pause", "150"]);
        (await NextAsync(states)).ShouldBe("ACTIVE LOCKED_FOR_WRITE LOCK");

        // Whoever writes meanwhile is told who holds the branch; the sample goes on.
        (await CommitAsync(server, admin, "Frozen")).ShouldBe("BRANCH_LOCKED");
        var (code, output, index) = await run;
        code.ShouldBe(0, output);
        (await NextAsync(states)).ShouldBe("LOCKED_FOR_WRITE READY INDEXING");
        index.Length.ShouldBeGreaterThan(3_000);
        index.ShouldContain(l => l.StartsWith("OBJECT_TYPE", StringComparison.Ordinal) && l.EndsWith("\tPerson", StringComparison.Ordinal));
        await CheckReportsAsync(progress, index.Length);

        // Indexed again, it is not ready meanwhile; a write makes it active.
        (code, output, _) = await FunnelSample.RunAsync(server, indexer, Feature, how);
        code.ShouldBe(0, output);
        (await NextAsync(states)).ShouldBe("READY LOCKED_FOR_WRITE LOCK");
        (await NextAsync(states)).ShouldBe("LOCKED_FOR_WRITE READY INDEXING");
        (await CommitAsync(server, admin, "Written")).ShouldBe("");
        (await NextAsync(states)).ShouldBe("READY ACTIVE WRITE");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task An_indexer_that_fails_brings_the_branch_to_error_and_one_that_dies_makes_nothing_ready(string store)
    {
        await using var server = await stores.StartAsync(store);
        var admin = await server.TokenAsync("admin");
        var indexer = await server.TokenAsync("service_account", "funnel-service");
        await server.CreateBranchAsync(admin, Feature);

        (await FunnelSample.RunAsync(server, indexer, Feature, "--fail", "disk full")).Code.ShouldBe(1);
        var failed = await FunnelThroughTheDoor.BranchAsync(server, admin, Feature);
        (failed.Text("state"), failed.Text("stateReason")).ShouldBe(("ERROR", "disk full"));
        (await CommitAsync(server, admin, "Refused")).ShouldBe("BRANCH_NOT_WRITABLE");
        await server.QueryAsync(admin, "mutation ($b: String!) { setBranchState(input: { branch: $b, state: ACTIVE, reason: \"mended\" }) { branch { state } } }", new { b = Feature });

        (await FunnelSample.RunAsync(server, indexer, Feature, "--die", "--kinds", "LINK_TYPE")).Code.ShouldBe(3);
        var dead = await FunnelThroughTheDoor.BranchAsync(server, admin, Feature);
        dead.Text("state").ShouldBe("ACTIVE");
        dead.At("locks").GetArrayLength().ShouldBe(1);
        (await CommitAsync(server, admin, "Elsewhere")).ShouldBe("", "an object type lies outside of what is locked");
        await server.QueryAsync(admin, "mutation ($b: String!) { forceUnlockBranch(input: { branch: $b, reason: \"it died\" }) { branch { state } } }", new { b = Feature });
        dead = await FunnelThroughTheDoor.BranchAsync(server, admin, Feature);
        (dead.Text("state"), dead.At("indexes").GetArrayLength()).ShouldBe(("ACTIVE", 0));
    }

    private static async Task CheckReportsAsync(EventStream progress, int records)
    {
        var reports = new List<JsonElement>();
        do
            reports.Add((await progress.NextAsync())!.Value.At("data.indexingProgress"));
        while (reports[^1].Text("phase") is "STARTED" or "PROGRESS");
        reports.Select(r => r.Text("phase")).ShouldBe(["STARTED", .. Enumerable.Repeat("PROGRESS", 8), "COMPLETED"]);
        reports.ShouldAllBe(r => r.Text("indexer") == "funnel-service");
        reports[^2].Number("progress.percent").ShouldBe(100);
        reports[^1].Number("records").ShouldBe(records);
    }

    private static async Task<string> NextAsync(EventStream states)
    {
        var told = (await states.NextAsync())!.Value.At("data.branchStateChanged");
        return string.Create(CultureInfo.InvariantCulture, $"{told.Text("from")} {told.Text("to")} {told.Text("trigger")}");
    }

    // The code of the refusal; empty where it was made.
    private static async Task<string> CommitAsync(ServerProcess server, string token, string name)
    {
        var answer = await server.QueryAsync(
            token,
            """mutation ($b: String!, $name: String!) { commit(input: { branch: $b, message: "m", issues: ["OMS-1"], operations: [{ createObjectType: { name: $name } }] }) { commit { hash } errors { ... on Error { code } } } }""",
            new { b = Feature, name });
        var payload = answer.At("data.commit");
        return payload.IsNull("commit") ? payload.Text("errors.0.code")! : string.Empty;
    }
}
