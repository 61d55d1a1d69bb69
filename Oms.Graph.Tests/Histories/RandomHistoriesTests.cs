using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Histories;

/// <summary>
/// Random histories of commits, locks, expiries and indexers that die, by several clients against two servers on one PostgreSQL database that
/// are killed in turn. <c>OMS_HISTORIES</c> sets their number, by default 24; a server is killed for every twelve of them.
/// </summary>
public sealed class RandomHistoriesTests(BothStores stores, ITestOutputHelper output) : IClassFixture<BothStores>
{
    private const int Seed = 20261121;
    private const int AtOnce = 12;
    private const int Clients = 4;
    private const int OperationsOfEach = 10;

    [Fact]
    public async Task Heads_are_linearizable_and_nobody_writes_inside_anothers_lease()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("OMS_HISTORIES") ?? "24", CultureInfo.InvariantCulture);
        var (first, second) = await stores.StartTwoAsync();
        await using var one = first;
        await using var two = second;
        var tokens = new List<string>();
        for (var c = 0; c < Clients; c++)
            tokens.Add(await first.TokenAsync("admin", $"Client{(char)('A' + c)}"));
        ServerProcess[] servers = [first, second];
        var totals = new ConcurrentBag<(int Commits, int Reads, int Moved, int Unknown, int Locks, int Deaths)>();
        for (var from = 0; from < count; from += AtOnce)
        {
            using var over = new CancellationTokenSource();
            var running = Enumerable.Range(from, Math.Min(AtOnce, count - from)).Select(i => RunAsync(servers, tokens, i, totals)).ToArray();
            var victim = servers[from / AtOnce % 2];
            await Task.Delay(500 + new Random(Seed + from).Next(1000), TestContext.Current.CancellationToken);
            await victim.KillAsync();
            await victim.RestartAsync();
            foreach (var (history, audit) in await Task.WhenAll(running))
            {
                HeadChecker.Check(history).ShouldBeEmpty();
                LeaseChecker.Check(audit).ShouldBeEmpty();
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} histories, seed {Seed}: {totals.Sum(t => t.Commits)} commits, {totals.Sum(t => t.Reads)} reads, {totals.Sum(t => t.Moved)} refused for the head, {totals.Sum(t => t.Unknown)} of unknown outcome, {totals.Sum(t => t.Locks)} locks, {totals.Sum(t => t.Deaths)} indexers died; 0 breaches (below {3.0 / count:P1} at 95 %)"));
        totals.Sum(t => t.Commits).ShouldBeGreaterThan(count * 5, "too little was written to prove anything");
        totals.Sum(t => t.Locks).ShouldBeGreaterThan(count / 2);
        totals.Sum(t => t.Deaths).ShouldBeGreaterThan(0);
    }

    private static async Task<(BranchHistory History, IReadOnlyList<JsonElement> Audit)> RunAsync(
        ServerProcess[] servers, List<string> tokens, int number, ConcurrentBag<(int, int, int, int, int, int)> totals)
    {
        var branch = $"history-{number}";
        await Eventually.HoldsAsync(async () => await MadeAsync(servers, tokens[0], branch));
        var log = new ConcurrentBag<ClientOperation>();
        var clients = Enumerable.Range(0, Clients).Select(c => new HistoryClient(servers, $"Client{(char)('A' + c)}", tokens[c], branch, new Random((Seed + number) * Clients + c), log)).ToArray();
        await Task.WhenAll(clients.Select(c => Task.Run(() => c.RunAsync(OperationsOfEach))));
        JsonElement? read = null;
        await Eventually.HoldsAsync(async () => (read = await PathAsync(servers, tokens[0], branch, log)) is not null);
        var path = read!.Value.Texts("commits.nodes.hash").AsEnumerable().Reverse().ToArray();
        var audit = new List<JsonElement>();
        await Eventually.HoldsAsync(() => AuditAsync(servers, tokens[0], branch, audit));
        totals.Add((Count(OperationKind.Commit), Count(OperationKind.Read), Count(OperationKind.HeadMoved), log.Count(o => !o.IsKnown), clients.Sum(c => c.Locks), clients.Sum(c => c.Deaths)));
        return (new BranchHistory([.. log], path), audit);

        int Count(OperationKind kind) => log.Count(o => o.Kind == kind && o.IsKnown);
    }

    // A server that is being killed answers nothing; the next try asks the other.
    private static async Task<bool> MadeAsync(ServerProcess[] servers, string token, string branch)
    {
        foreach (var server in servers)
        {
            try
            {
                await server.QueryAsync(token, "mutation ($name: String!) { createBranch(input: { name: $name }) { branch { name } } }", new { name = branch });
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
            {
                return false;
            }
        }

        return true;
    }

    // The branch's commits, once a server has heard of every commit that was answered.
    private static async Task<JsonElement?> PathAsync(ServerProcess[] servers, string token, string branch, ConcurrentBag<ClientOperation> log)
    {
        foreach (var server in servers)
        {
            try
            {
                var answer = await server.QueryAsync(token, "query ($b: String!) { branch(name: $b) { head { hash } commits(first: 50) { nodes { hash } pageInfo { hasNextPage } } } }", new { b = branch });
                var known = answer.Texts("data.branch.commits.nodes.hash");
                if (log.Where(o => o is { Kind: OperationKind.Commit, IsKnown: true }).All(o => known.Contains(o.Commit)))
                    return answer.At("data.branch");
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or IOException or KeyNotFoundException)
            {
                // This one is being killed.
            }
        }

        return null;
    }

    private static async Task<bool> AuditAsync(ServerProcess[] servers, string token, string branch, List<JsonElement> found)
    {
        found.Clear();
        try
        {
            for (string? after = null; ;)
            {
                var page = (await servers[0].QueryAsync(
                    token,
                    "query ($b: String!, $after: String) { auditEntries(first: 50, after: $after, where: { branch: { eq: $b } }) { nodes { action targetType targetId success actor { subject } before after } pageInfo { hasNextPage endCursor } } }",
                    new { b = branch, after })).At("data.auditEntries");
                found.AddRange(page.At("nodes").EnumerateArray());
                if (!page.At("pageInfo.hasNextPage").GetBoolean())
                    break;
                after = page.Text("pageInfo.endCursor");
            }
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException or KeyNotFoundException)
        {
            return false;
        }

        found.Reverse();
        return true;
    }
}
