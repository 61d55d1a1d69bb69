using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>What is followed live, over both transports.</summary>
public sealed class SubscriptionTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Heads = """
        subscription ($branches: [String!], $after: Long) { branchUpdated(branches: $branches, after: $after) { __typename
          ... on BranchUpdate { sequence time author branchName isNew headBefore headAfter changeCount branch { name state } commit { message } }
          ... on ResyncNeeded { lastSequence reason } } }
        """;

    [Fact]
    public async Task New_heads_are_told_over_a_socket()
    {
        await using var socket = await TransportSocket.OpenAsync(server.Server, await server.TokenAsync("viewer"));
        await socket.SubscribeAsync("1", Heads, new { branches = new[] { "followed" }, after = await LastAsync() });
        await server.BranchAsync("followed");
        await server.BranchAsync("not-followed");
        var head = await server.CommitAsync("followed", new { createObjectType = new { name = "Thing" } });
        var made = (await socket.NextAsync())!.Value;
        made.Text("type").ShouldBe("next", made.ToString());
        made.At("payload.data.branchUpdated.isNew").GetBoolean().ShouldBeTrue(made.ToString());
        var moved = (await socket.NextAsync())!.Value.At("payload.data.branchUpdated");
        moved.Text("headAfter").ShouldBe(head);
        moved.Text("headBefore").ShouldBe(made.Text("payload.data.branchUpdated.headAfter"));
        moved.Number("changeCount").ShouldBe(1);
        moved.Text("commit.message").ShouldBe("test");
        moved.Text("branch.name").ShouldBe("followed");
        moved.Number("sequence").ShouldBeGreaterThan(made.Number("payload.data.branchUpdated.sequence"));
        await socket.SendAsync(new { id = "1", type = "complete" });
        await socket.SubscribeAsync("1", "{ me { subject } }");
        (await socket.NextAsync())!.Value.Text("payload.data.me.subject").ShouldBe("viewer");
    }

    [Fact]
    public async Task States_are_told_over_an_event_stream()
    {
        await server.BranchAsync("stated");
        await using var stream = await EventStream.OpenAsync(server.Server, await server.TokenAsync("viewer"), """
            subscription ($after: Long) { branchStateChanged(branches: ["stated"], after: $after) { ... on BranchStateChange { author branchName from to reason trigger branch { state } } } }
            """, new { after = await LastAsync() });
        var taken = await server.DoAsync("lockBranch", new { branch = "stated", reason = "migrating" }, "lock { fencingToken }", user: "bob");
        await server.DoAsync("unlockBranch", new { branch = "stated", fencingToken = taken.Number("lock.fencingToken") }, "branch { name }", user: "bob");
        await server.DoAsync("archiveBranch", new { branch = "stated", reason = "over" }, "branch { name }");
        foreach (var expected in new[] { "bob ACTIVE LOCKED_FOR_WRITE LOCK", "bob LOCKED_FOR_WRITE ACTIVE UNLOCK", "developer ACTIVE ARCHIVED ARCHIVE" })
        {
            var told = (await stream.NextAsync())!.Value.At("data.branchStateChanged");
            $"{told.Text("author")} {told.Text("from")} {told.Text("to")} {told.Text("trigger")}".ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Locks_are_told_from_their_taking_to_their_end()
    {
        await server.BranchAsync("watched");
        await using var stream = await EventStream.OpenAsync(server.Server, await server.TokenAsync("viewer"), """
            subscription ($after: Long) { lockChanged(branches: ["watched"], after: $after) { ... on LockChange { change holder endedBy scopes { kind } progress { percent } } } }
            """, new { after = await LastAsync() });
        var taken = await server.DoAsync("lockBranch", new { branch = "watched", reason = "m", scopes = new[] { new { kind = "LINK_TYPE" } } }, "lock { fencingToken }", user: "bob");
        var fence = taken.Number("lock.fencingToken");
        await server.DoAsync("heartbeatLock", new { branch = "watched", fencingToken = fence, progress = new { percent = 7 } }, "branch { name }", user: "bob");
        await server.DoAsync("unlockBranch", new { branch = "watched", fencingToken = fence }, "branch { name }", user: "bob");
        foreach (var expected in new[] { "ACQUIRED", "HEARTBEAT", "RELEASED" })
        {
            var told = (await stream.NextAsync())!.Value.At("data.lockChanged");
            told.Text("change").ShouldBe(expected);
            told.Texts("scopes.kind").ShouldBe(["LINK_TYPE"]);
            told.Text("endedBy").ShouldBe(expected == "RELEASED" ? "bob" : null);
        }
    }

    [Fact]
    public async Task The_audit_log_is_told_to_auditors_with_their_filter()
    {
        await using var stream = await EventStream.OpenAsync(server.Server, await server.TokenAsync("auditor"), """
            subscription ($after: Long) { auditAppended(where: { success: { eq: false }, actor: { eq: "mallory" } }, after: $after) {
              ... on AuditAppended { sequence entry { action errorCode actor { subject } before after } } } }
            """, new { after = await LastAuditAsync() });
        await server.BranchAsync("unrelated");
        await server.RefusedAsync("createBranch", new { name = "unrelated" }, user: "mallory");
        await server.AskAsync("viewer", """mutation { createBranch(input: { name: "x" }) { branch { name } } }""", user: "mallory");
        (await stream.NextAsync())!.Value.Text("data.auditAppended.entry.errorCode").ShouldBe("BRANCH_EXISTS");
        (await stream.NextAsync())!.Value.Text("data.auditAppended.entry.errorCode").ShouldBe("AUTH_NOT_AUTHORIZED");
    }

    [Fact]
    public async Task Who_may_not_read_may_not_follow()
    {
        const string Audit = "subscription { auditAppended { ... on AuditAppended { sequence } } }";
        await using var socket = await TransportSocket.OpenAsync(server.Server, await server.TokenAsync("developer"));
        await socket.SubscribeAsync("1", Audit);
        var refused = (await socket.NextAsync())!.Value;
        refused.ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        await socket.SubscribeAsync("2", "{ me { subject } }");
        var answer = (await socket.NextAsync())!.Value;
        while (answer.Text("id") != "2")
            answer = (await socket.NextAsync())!.Value;
        answer.Text("payload.data.me.subject").ShouldBe("developer", "the socket serves on");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a token")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUifQ.")]
    public async Task A_socket_without_a_good_token_is_closed(string? token)
    {
        await using var socket = await TransportSocket.ConnectAsync(server.Server, token);
        (await socket.NextAsync()).ShouldBeNull();
        socket.CloseCode.ShouldBe(4403);
    }

    [Fact]
    public async Task A_stream_and_a_socket_end_with_the_token()
    {
        var (code, text, error) = await ServerProcess.RunAsync("token", "--user", "brief", "--role", "viewer", "--hours", (12 / 3600.0).ToString(System.Globalization.CultureInfo.InvariantCulture), "--data", server.Server.Data);
        code.ShouldBe(0, error);
        await using var stream = await EventStream.OpenAsync(server.Server, text.Trim(), "subscription { branchUpdated { __typename } }");
        await using var socket = await TransportSocket.OpenAsync(server.Server, text.Trim());
        await socket.SubscribeAsync("1", "subscription { branchUpdated { __typename } }");
        try
        {
            (await stream.NextAsync())!.Value.Text("errors.0.extensions.code").ShouldBe("AUTH_NOT_AUTHENTICATED");
            (await stream.NextAsync()).ShouldBeNull();
        }
        catch (IOException e)
        {
            // What the server says of a broken stream is what one needs to know.
            throw new IOException($"{e.Message}\n{server.Server.Output}", e);
        }

        while (await socket.NextAsync() is { } last)
            last.Text("type").ShouldBeOneOf("next", "error", "complete");
        socket.CloseCode.ShouldNotBeNull().ShouldBeInRange(4401, 4403);
    }

    [Fact]
    public async Task After_a_number_that_lies_ahead_of_the_log_there_is_a_resync()
    {
        await using var stream = await EventStream.OpenAsync(server.Server, await server.TokenAsync("viewer"), Heads, new { branches = (string[]?)null, after = 1_000_000 });
        var item = (await stream.NextAsync())!.Value.At("data.branchUpdated");
        item.Text("__typename").ShouldBe("ResyncNeeded");
        item.Text("reason").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Resuming_after_the_server_was_killed_misses_nothing()
    {
        await using var own = await ServerProcess.StartAsync();
        var token = await own.TokenAsync("developer");
        List<long> seen = [];
        await using (var stream = await EventStream.OpenAsync(own, token, Heads, new { after = 0 }))
        {
            await CommitsAsync(own, token, "before", 5);
            for (var i = 0; i < 4; i++)
                seen.Add(await SequenceAsync(stream));
        }

        await CommitsAsync(own, token, "away", 5);
        await own.KillAsync();
        await own.RestartAsync();
        await using var resumed = await EventStream.OpenAsync(own, token, Heads, new { after = seen[^1] });
        await CommitsAsync(own, token, "back", 5);
        List<string> branches = [];
        while (branches.Count(b => b == "back") < 6)
        {
            var item = (await resumed.NextAsync())!.Value.At("data.branchUpdated");
            item.Text("__typename").ShouldBe("BranchUpdate");
            branches.Add(item.Text("branchName")!);
            seen.Add(item.Number("sequence"));
        }

        seen.ShouldBe(seen.Distinct().Order());
        // main, and for each of three branches its making and five commits.
        seen.Count.ShouldBe(1 + (3 * 6));
    }

    [Fact]
    public async Task A_slow_subscriber_is_told_to_resync_and_goes_on()
    {
        await server.BranchAsync("sandbox/flood");
        await using var slow = await TransportSocket.OpenAsync(server.Server, await server.TokenAsync("auditor"));
        // The whole history of each entry, again and again: fills what lies between the server and a reader that does not read.
        await slow.SubscribeAsync("1", """
            subscription { auditAppended { __typename ... on ResyncNeeded { lastSequence reason } ... on AuditAppended { sequence
              entry { before after a: after b: after c: after d: after e: after f: after } } } }
            """);
        await Task.Delay(500);
        var description = new string('x', 4000);
        for (var i = 0; i < 6; i++)
            await server.CommitAsync("sandbox/flood", [.. Enumerable.Range(0, 300).Select(n => new { createObjectType = new { name = $"Flood{i}N{n}", description = new[] { Model.Text(description) } } })]);
        var (told, resyncs, last) = (0, 0, 0L);
        var end = (await server.ReadAsync("{ auditIntegrity { lastSequence } }", role: "auditor")).Number("auditIntegrity.lastSequence");
        while (last < end)
        {
            var item = (await slow.NextAsync())!.Value.At("payload.data.auditAppended");
            var isGap = item.Text("__typename") == "ResyncNeeded";
            var sequence = item.Number(isGap ? "lastSequence" : "sequence");
            sequence.ShouldBeGreaterThan(last);
            // Without a word of a gap there is none.
            if (!isGap && last > 0)
                sequence.ShouldBe(last + 1);
            (told, resyncs, last) = (told + (isGap ? 0 : 1), resyncs + (isGap ? 1 : 0), sequence);
        }

        resyncs.ShouldBeGreaterThan(0);
        told.ShouldBeGreaterThan(0);
    }

    private static async Task<long> SequenceAsync(EventStream stream) => (await stream.NextAsync())!.Value.At("data.branchUpdated").Number("sequence");

    private static async Task CommitsAsync(ServerProcess own, string token, string branch, int count)
    {
        await own.QueryAsync(token, $"mutation {{ createBranch(input: {{ name: \"{branch}\" }}) {{ branch {{ name }} }} }}");
        for (var i = 0; i < count; i++)
        {
            var answer = await own.QueryAsync(token, $"mutation {{ commit(input: {{ branch: \"{branch}\", message: \"m\", issues: [\"OMS-1\"], operations: [{{ createObjectType: {{ name: \"T{i}\" }} }}] }}) {{ commit {{ hash }} }} }}");
            answer.At("data.commit.commit").ValueKind.ShouldBe(JsonValueKind.Object, answer.ToString());
        }
    }

    // The numbers start at the beginning: whoever follows from here on misses nothing that the test does.
    private async Task<long> LastAsync()
    {
        await using var stream = await EventStream.OpenAsync(server.Server, await server.TokenAsync("viewer"), "subscription { branchUpdated(after: 1000000) { ... on ResyncNeeded { lastSequence } } }");
        return (await stream.NextAsync())!.Value.Number("data.branchUpdated.lastSequence");
    }

    private async Task<long> LastAuditAsync() =>
        (await server.ReadAsync("{ auditIntegrity { lastSequence } }", role: "auditor")).Number("auditIntegrity.lastSequence");
}
