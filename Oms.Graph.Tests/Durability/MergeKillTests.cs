using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Durability;

/// <summary>
/// The server is killed while clients merge, and while it compacts beside them. What was acknowledged is there, what was not is there whole or not
/// at all, and <c>verify</c> finds nothing. <c>OMS_MERGE_KILLS</c> sets the number of rounds, by default 5.
/// </summary>
public sealed class MergeKillTests
{
    private const int Clients = 8;
    private const int Trunks = 2;

    [Fact]
    public async Task A_merge_that_was_acknowledged_is_there_and_none_is_half_done()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("OMS_MERGE_KILLS") ?? "5", CultureInfo.InvariantCulture);
        var chance = new Random(20261123);
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string> { ["Registry__CompactionSeconds"] = "1" });
        var token = await server.TokenAsync("admin", "merger");
        for (var i = 0; i < Trunks; i++)
            await DoAsync(server, token, "createBranch", new { name = $"trunk/{i}" });

        var merged = new ConcurrentBag<(string Trunk, string Name, string Commit)>();
        for (var round = 0; round < rounds; round++)
        {
            var enough = merged.Count + chance.Next(1, 3 * Clients);
            using var over = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(c => MergeAsync(server, token, round, c, merged, over.Token)).ToArray();
            var watch = Stopwatch.StartNew();
            while (merged.Count < enough && watch.Elapsed < TimeSpan.FromSeconds(60) && !clients.Any(c => c.IsFaulted))
                await Task.Delay(1, TestContext.Current.CancellationToken);
            await server.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(clients);
            merged.Count.ShouldBeGreaterThanOrEqualTo(enough, "too few merges were acknowledged");
            await server.RestartAsync();
            await CheckAsync(server, token, merged);
        }
    }

    private static async Task MergeAsync(
        ServerProcess server, string token, int round, int client, ConcurrentBag<(string Trunk, string Name, string Commit)> merged, CancellationToken over)
    {
        try
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
            {
                var (trunk, name) = ($"trunk/{client % Trunks}", $"R{round}C{client}N{i}");
                await DoAsync(server, token, "createBranch", new { name = $"side/{name.ToLowerInvariant()}", from = new { branch = trunk } }, over);
                await DoAsync(server, token, "commit", new { branch = $"side/{name.ToLowerInvariant()}", message = name, issues = new[] { "OMS-1" }, operations = Pair(name) }, over);
                var payload = await DoAsync(server, token, "mergeBranch", new { from = $"side/{name.ToLowerInvariant()}", into = trunk, message = $"merge {name}", issues = new[] { "OMS-1" } }, over, "commit { hash }");
                if (payload is { } done)
                    merged.Add((trunk, name, done.Text("commit.hash")!));
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            // The server is gone: whether this took effect is not known, and must not be half.
        }
    }

    // Two types a merge, so that half of one would show.
    private static object[] Pair(string name) => [new { createObjectType = new { name = $"{name}A" } }, new { createObjectType = new { name = $"{name}B" } }];

    private static async Task<JsonElement?> DoAsync(ServerProcess server, string token, string field, object input, CancellationToken over = default, string selection = "__typename")
    {
        var type = char.ToUpperInvariant(field[0]) + field[1..] + "Input";
        var answer = await server.QueryAsync(
            token, $"mutation ($input: {type}!) {{ {field}(input: $input) {{ {selection} errors {{ ... on Error {{ code message }} }} }} }}", new { input }, over);
        var payload = answer.At($"data.{field}");
        if (payload.IsNull("errors"))
            return payload;
        payload.Text("errors.0.code").ShouldBe("WRITE_CONTENDED", answer.ToString());
        return null;
    }

    private static async Task CheckAsync(ServerProcess server, string token, IReadOnlyCollection<(string Trunk, string Name, string Commit)> merged)
    {
        for (var i = 0; i < Trunks; i++)
        {
            var trunk = $"trunk/{i}";
            var there = await NamesOnAsync(server, token, trunk);
            foreach (var (_, name, _) in merged.Where(m => m.Trunk == trunk))
                there.ShouldContain($"{name}A", "acknowledged and lost");
            foreach (var name in there)
                there.ShouldContain(name[..^1] + (name[^1] == 'A' ? 'B' : 'A'), $"half of a merge on {trunk}");
        }

        foreach (var (_, _, commit) in merged.TakeLast(Clients))
            (await server.QueryAsync(token, "query ($id: String!) { commit(id: $id) { hash parents { hash } } }", new { id = commit })).Text("data.commit.hash").ShouldBe(commit);
        var (code, said, error) = await ServerProcess.RunAsync("verify", "--data", server.Data);
        code.ShouldBe(0, said + error);
    }

    private static async Task<HashSet<string>> NamesOnAsync(ServerProcess server, string token, string branch)
    {
        var found = new HashSet<string>();
        for (string? after = null; ;)
        {
            var answer = await server.QueryAsync(
                token,
                "query ($branch: String!, $after: String) { ontology(branch: $branch) { objectTypes(first: 1000, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } } }",
                new { branch, after });
            var page = answer.At("data.ontology.objectTypes");
            foreach (var name in page.Texts("nodes.name"))
                found.Add(name);
            if (!page.At("pageInfo.hasNextPage").GetBoolean())
                return found;
            after = page.Text("pageInfo.endCursor");
        }
    }
}
