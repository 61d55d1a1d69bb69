using System.Text;
using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Indexing;

/// <summary>Reports of an indexer that come over a real broker to a real server, on either store.</summary>
public sealed class FunnelThroughTheDoor(BothStores stores) : IClassFixture<BothStores>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Reports_freeze_the_branch_and_make_it_ready_once_each(string store)
    {
        await using var funnel = await FunnelPublisher.StartAsync();
        await using var server = await stores.StartAsync(store, funnel.Settings);
        var token = await server.TokenAsync("admin");
        await server.CreateBranchAsync(token, "indexed");

        await funnel.TellAsync("e-1", "started", "indexed", "ix-1", new { reason = "nightly" });
        await Eventually.HoldsAsync(async () => (await BranchAsync(server, token, "indexed")).Text("state") == "LOCKED_FOR_WRITE");
        await funnel.TellAsync("e-2", "progress", "indexed", "ix-1", new { progress_percent = 40, progress_message = "reading" });
        await Eventually.HoldsAsync(async () => (await BranchAsync(server, token, "indexed")).Texts("locks.progress").Any(p => p.Length > 0));
        (await BranchAsync(server, token, "indexed")).Number("locks.0.progress.percent").ShouldBe(40);
        await funnel.TellAsync("e-3", "completed", "indexed", "ix-1", new { status = "success", records_indexed = 7, validation_results = new { passed = true } });
        await Eventually.HoldsAsync(async () => (await BranchAsync(server, token, "indexed")).Text("state") == "READY");

        // Repeats, the late word of an indexing that is over, one of a branch that never was, and one that died before it was heard of.
        await funnel.TellAsync("e-3", "completed", "indexed", "ix-1", new { status = "success" });
        await funnel.TellAsync("e-1", "started", "indexed", "ix-1", new { reason = "nightly" });
        await funnel.TellAsync("e-4", "progress", "indexed", "ix-1", new { progress_percent = 90 });
        await funnel.TellAsync("e-5", "completed", "nowhere", "ix-2");
        await funnel.TellAsync("e-6", "completed", "indexed", "ix-9");
        await Eventually.HoldsAsync(async () => await funnel.WaitingAsync() == 0);
        var branch = await BranchAsync(server, token, "indexed");
        (branch.Text("state"), branch.Number("indexes.0.records"), branch.Text("indexes.0.completedBy")).ShouldBe(("READY", 7, "funnel-service"));
        (await AuditAsync(server, token)).ShouldBe(
        [
            "indexing.ignore ix-9 INDEXING_NOT_RUNNING", "indexing.ignore ix-2 BRANCH_NOT_FOUND", "indexing.ignore ix-1 INDEXING_NOT_RUNNING",
            "indexing.complete ix-1 ", "indexing.start ix-1 ",
        ]);
    }

    [Fact]
    public async Task Legacy_shapes_are_taken_and_what_is_no_event_is_a_dead_letter()
    {
        await using var funnel = await FunnelPublisher.StartAsync();
        await using var server = await stores.StartAsync("sqlite", funnel.Settings);
        var token = await server.TokenAsync("admin");
        await server.CreateBranchAsync(token, "legacy");

        await funnel.SendAsync("funnel.indexing.started", """{"event_type":"indexing_started","event_id":"evt_0a_1","data":{"branch_name":"legacy","indexing_id":"old-1"}}"""u8.ToArray());
        await funnel.SendAsync("funnel.indexing.completed", """{"subject":"funnel.indexing.completed","data":{"branch_name":"legacy","indexing_id":"old-1","indexed_resource_types":[]}}"""u8.ToArray());
        await funnel.SendAsync("funnel.indexing.completed", """{"subject":"funnel.indexing.completed","data":{"branch_name":"legacy","indexing_id":"old-1","indexed_resource_types":[]}}"""u8.ToArray());
        byte[][] poison = ["{"u8.ToArray(), """{"specversion":"2.0","id":"v2"}"""u8.ToArray(), Encoding.UTF8.GetBytes(new string('[', 50_000)), [0xff, 0xfe], """{"specversion":"1.0","id":"\ud800","type":"indexing.started","data":{}}"""u8.ToArray()];
        foreach (var content in poison)
            await funnel.SendAsync("funnel.other", content);
        await Eventually.HoldsAsync(async () => await funnel.WaitingAsync() == 0);

        (await BranchAsync(server, token, "legacy")).Text("state").ShouldBe("READY");
        var letters = (await server.QueryAsync(token, """{ deadLetters(target: "funnel") { totalCount nodes { target sequence eventId error attempts payload received status } } }""")).At("data.deadLetters");
        letters.Number("totalCount").ShouldBe(poison.Length, letters.ToString());
        letters.At("nodes").EnumerateArray().Select(l => l.Number("sequence")).ShouldBe([4, 5, 6, 7, 8]);
        letters.Text("nodes.1.eventId").ShouldBe("v2");
        letters.Text("nodes.1.payload").ShouldBe("""{"specversion":"2.0","id":"v2"}""");
        letters.At("nodes").EnumerateArray().ShouldAllBe(l => l.Text("error")!.Contains("not an event") && l.Number("attempts") == 1);

        // Replayed it is no event again, and waits again.
        var replay = await server.QueryAsync(token, """mutation { replayDeadLetters(input: { target: "funnel", sequences: [5], reason: "try" }) { count errors { ... on Error { code } } } }""");
        replay.Number("data.replayDeadLetters.count").ShouldBe(1);
        await Eventually.HoldsAsync(async () => (await server.QueryAsync(token, """{ deadLetters(target: "funnel") { nodes { attempts status } } }""")).At("data.deadLetters.nodes")[1].ToString() == """{"attempts":2,"status":"WAITING"}""");
    }

    [Fact]
    public async Task An_event_that_another_held_the_lock_for_is_refused_and_audited()
    {
        await using var funnel = await FunnelPublisher.StartAsync();
        await using var server = await stores.StartAsync("sqlite", funnel.Settings);
        var token = await server.TokenAsync("admin");
        await server.CreateBranchAsync(token, "held");
        var taken = await server.QueryAsync(await server.TokenAsync("service_account", "someone-else"), """mutation { startIndexing(input: { branch: "held", reason: "mine", indexing: "ix-7" }) { lock { id } errors { ... on Error { code } } } }""");
        taken.Text("data.startIndexing.lock.id").ShouldBe("ix-7", taken.ToString());

        await funnel.TellAsync("e-1", "completed", "held", "ix-7");
        await Eventually.HoldsAsync(async () => await funnel.WaitingAsync() == 0);
        (await BranchAsync(server, token, "held")).Text("state").ShouldBe("LOCKED_FOR_WRITE");
        (await AuditAsync(server, token))[0].ShouldBe("indexing.ignore ix-7 LOCK_NOT_YOURS");
    }

    internal static async Task<JsonElement> BranchAsync(ServerProcess server, string token, string name)
    {
        var answer = await server.QueryAsync(token, "query ($name: String!) { branch(name: $name) { state stateReason locks { id progress { percent } } indexes { kind isCurrent records completedBy } } }", new { name });
        return answer.At("data.branch");
    }

    internal static async Task<string[]> AuditAsync(ServerProcess server, string token)
    {
        var answer = await server.QueryAsync(token, """{ auditEntries(first: 50, where: { targetType: { eq: "indexing" } }) { nodes { action targetId errorCode } } }""");
        return [.. answer.At("data.auditEntries.nodes").EnumerateArray().Select(e => $"{e.Text("action")} {e.Text("targetId")} {e.Text("errorCode")}")];
    }
}
