using System.Diagnostics;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Journeys;

/// <summary>Those who follow a branch are told within 100 ms of the commit: here, of the answer to who committed, which comes right after it.</summary>
public sealed class SubscriptionLatencyTests(BothStores stores, ITestOutputHelper output) : IClassFixture<BothStores>
{
    private const int Rounds = 30;
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Of_one_server_on_its_own_store()
    {
        await using var server = await stores.StartAsync("sqlite");
        await MeasureAsync("sqlite", server, server);
    }

    [Fact]
    public async Task Of_another_server_on_the_same_database()
    {
        var (first, second) = await stores.StartTwoAsync();
        await using (first)
        await using (second)
        {
            await MeasureAsync("postgresql, the same server", first, first);
            await MeasureAsync("postgresql, the other server", first, second);
        }
    }

    // A round begins and ends an indexing of the whole branch, which each of the three subscriptions tells.
    private async Task MeasureAsync(string name, ServerProcess written, ServerProcess followed)
    {
        var branch = $"b{Guid.NewGuid():N}";
        var admin = await written.TokenAsync("admin");
        await written.CreateBranchAsync(admin, branch);
        await Eventually.HoldsAsync(async () => (await followed.QueryAsync(admin, "query ($b: String!) { branch(name: $b) { name } }", new { b = branch })).At("data").ToString().Contains(branch, StringComparison.Ordinal));
        await using var socket = await TransportSocket.OpenAsync(followed, admin);
        string[] follows = ["branchStateChanged", "lockChanged", "indexingProgress"];
        foreach (var follow in follows)
            await socket.SubscribeAsync(follow, $"subscription ($b: [String!], $after: Long) {{ {follow}(branches: $b, after: $after) {{ __typename }} }}", new { b = new[] { branch }, after = 0 });
        var late = follows.ToDictionary(f => f, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var taken = await written.QueryAsync(admin, "mutation ($b: String!) { startIndexing(input: { branch: $b, reason: \"r\" }) { lock { id fencingToken } } }", new { b = branch });
            var answered = Stopwatch.GetTimestamp();
            await HearAsync(socket, answered, late, follows.Length);
            var held = taken.At("data.startIndexing.lock");
            await written.QueryAsync(
                admin,
                "mutation ($b: String!, $i: ID!, $t: Long!) { completeIndexing(input: { branch: $b, indexing: $i, fencingToken: $t }) { branch { state } } }",
                new { b = branch, i = held.Text("id"), t = held.Number("fencingToken") });
            await HearAsync(socket, Stopwatch.GetTimestamp(), late, follows.Length);
        }

        foreach (var (follow, delays) in late)
        {
            delays.Sort();
            output.WriteLine($"{name}: {follow} median {delays[delays.Count / 2]:F1} ms, p90 {delays[delays.Count * 9 / 10]:F1} ms after the answer, of {delays.Count}");
            delays[delays.Count / 2].ShouldBeLessThan(Bound.TotalMilliseconds, $"{name}: {follow}");
        }
    }

    private static async Task HearAsync(TransportSocket socket, long answered, Dictionary<string, List<double>> late, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var told = (await socket.NextAsync())!.Value;
            told.Text("type").ShouldBe("next", told.ToString());
            late[told.Text("id")!].Add(Stopwatch.GetElapsedTime(answered).TotalMilliseconds);
        }
    }
}
