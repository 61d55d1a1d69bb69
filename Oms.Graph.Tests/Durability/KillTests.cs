using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Durability;

/// <summary>
/// The process is killed while fifty clients commit, again and again on the same data. What a client was told is there must be there;
/// what it was not told is there whole or not at all. <c>OMS_KILL_ROUNDS</c> sets the number of rounds, by default 20.
/// </summary>
public sealed class KillTests
{
    private const int Writers = 50;
    private const int Branches = 5;

    private const string Commit = """
        mutation ($branch: String!, $name: String!) { commit(input: { branch: $branch, message: "kill", issues: ["OMS-1"], operations: [
          { createObjectType: { name: $name, properties: [{ name: "first", type: { dataType: "string" } }, { name: "second", type: { dataType: "long" } }] } }
        ] }) { commit { id } errors { ... on Error { code message } } } }
        """;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_there_by_half()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("OMS_KILL_ROUNDS") ?? "20", System.Globalization.CultureInfo.InvariantCulture);
        var chance = new Random(20261121);
        await using var server = await ServerProcess.StartAsync();
        var token = await server.TokenAsync("developer", "writer");
        var auditor = await server.TokenAsync("auditor", "auditor");
        for (var i = 0; i < Branches; i++)
            (await server.QueryAsync(token, $$"""mutation { createBranch(input: { name: "kill-{{i}}" }) { errors { ... on Error { message } } } }"""))
                .GetProperty("data").GetProperty("createBranch").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);

        var acknowledged = new ConcurrentBag<(string Branch, string Name, string Commit)>();
        for (var round = 0; round < rounds; round++)
        {
            // Killed by count, not by the clock: a round in which nobody was answered before the kill would prove nothing.
            var enough = acknowledged.Count + chance.Next(1, 4 * Writers);
            using var over = new CancellationTokenSource();
            var writers = Enumerable.Range(0, Writers).Select(w => WriteAsync(server, token, round, w, acknowledged, over.Token)).ToArray();
            await UntilAsync(() => acknowledged.Count >= enough, writers);
            await server.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(writers);
            await server.RestartAsync();
            await CheckAsync(server, token, auditor, acknowledged);
        }
    }

    private static async Task UntilAsync(Func<bool> reached, Task[] writers)
    {
        var watch = Stopwatch.StartNew();
        while (!reached())
        {
            // A writer that ended before the kill has something to tell.
            if (writers.FirstOrDefault(w => w.IsCompleted) is { } ended)
                await ended;
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), "too few commits were acknowledged");
            await Task.Delay(1);
        }
    }

    private static async Task WriteAsync(
        ServerProcess server, string token, int round, int writer, ConcurrentBag<(string Branch, string Name, string Commit)> acknowledged, CancellationToken over)
    {
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            var (branch, name) = ($"kill-{writer % Branches}", $"R{round}W{writer}N{i}");
            try
            {
                var answer = await server.QueryAsync(token, Commit, new { branch, name }, over);
                var payload = answer.GetProperty("data").GetProperty("commit");
                if (payload.GetProperty("commit") is { ValueKind: JsonValueKind.Object } commit)
                    acknowledged.Add((branch, name, commit.GetProperty("id").GetString()!));
                else
                    payload.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("WRITE_CONTENDED", answer.ToString());
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
            {
                // The server is gone: whether this commit took effect is not known, and must not be half.
                return;
            }
        }
    }

    private static async Task CheckAsync(ServerProcess server, string token, string auditor, IReadOnlyCollection<(string Branch, string Name, string Commit)> acknowledged)
    {
        for (var i = 0; i < Branches; i++)
        {
            var branch = $"kill-{i}";
            var there = await TypesOf(server, token, branch);
            var missing = acknowledged.Where(a => a.Branch == branch && !there.ContainsKey(a.Name)).Select(a => a.Name).ToArray();
            missing.ShouldBeEmpty($"acknowledged on {branch} and lost");
            there.Values.ShouldAllBe(properties => properties == 2, $"half a type on {branch}");
        }

        var integrity = await server.QueryAsync(auditor, "{ auditIntegrity { isIntact break { sequence kind expected actual } } }");
        integrity.GetProperty("data").GetProperty("auditIntegrity").GetProperty("isIntact").GetBoolean().ShouldBeTrue(integrity.ToString());
    }

    private static async Task<Dictionary<string, int>> TypesOf(ServerProcess server, string token, string branch)
    {
        var found = new Dictionary<string, int>();
        string? after = null;
        do
        {
            var answer = await server.QueryAsync(token,
                "query ($branch: String!, $after: String) { ontology(branch: $branch) { objectTypes(first: 1000, after: $after) { nodes { name properties { name } } pageInfo { hasNextPage endCursor } } } }",
                new { branch, after });
            var page = answer.GetProperty("data").GetProperty("ontology").GetProperty("objectTypes");
            foreach (var type in page.GetProperty("nodes").EnumerateArray())
                found.Add(type.GetProperty("name").GetString()!, type.GetProperty("properties").GetArrayLength());
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return found;
    }
}
