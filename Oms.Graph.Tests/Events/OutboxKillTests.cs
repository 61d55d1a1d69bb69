using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Oms.Messaging.Tests.Servers;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Events;

/// <summary>
/// A real server and a real broker are killed in turn at random moments while clients commit. Every event of the log is in the stream, in the
/// order of its branch, and every commit that was acknowledged has one. <c>OMS_OUTBOX_KILLS</c> sets the number of kills, by default 4.
/// </summary>
public sealed class OutboxKillTests(ITestOutputHelper output)
{
    private const int Branches = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_was_committed_reaches_the_stream_in_order_whoever_is_killed()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("OMS_OUTBOX_KILLS") ?? "4", CultureInfo.InvariantCulture);
        var chance = new Random(20261124);
        await using var broker = await NatsServerProcess.StartAsync();
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string> { ["Nats__Servers"] = $"nats://127.0.0.1:{broker.Port}" });
        var token = await server.TokenAsync("admin");
        for (var b = 0; b < Branches; b++)
            await server.CreateBranchAsync(token, Name(b));

        var made = new ConcurrentBag<string>();
        for (var kill = 0; kill < kills; kill++)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var clients = Enumerable.Range(0, Branches).Select(b => CommitAsync(server, token, $"k{kill}", b, made, over.Token)).ToArray();
            var enough = made.Count + chance.Next(1, 60);
            await Eventually.HoldsAsync(() => made.Count >= enough || clients.Any(c => c.IsFaulted));
            if (kill % 2 == 0)
                await server.KillAsync();
            else
                await broker.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(clients);
            if (kill % 2 == 0)
                await server.RestartAsync();
            else
                await broker.StartAgainAsync();
        }

        await Eventually.HoldsAsync(async () => (await server.QueryAsync(token, "{ outbox { lag } }")).At("data.outbox")[0].Number("lag") == 0);
        var told = await OutboxThroughTheDoor.ReadAsync(broker);
        var first = told.DistinctBy(m => m.Headers["Nats-Msg-Id"]).Select(m => (Sequence: long.Parse(m.Headers["ce-sequence"]!, CultureInfo.InvariantCulture), Branch: m.Headers["ce-source"], Message: m)).ToList();
        first.Select(m => m.Sequence).Order().ShouldBe(Enumerable.Range(1, first.Count).Select(i => (long)i), "each number of the log once");
        foreach (var branch in first.GroupBy(m => m.Branch))
            branch.Select(m => m.Sequence).ShouldBeInOrder();
        var commits = first.Where(m => m.Message.Headers["ce-type"] == "io.oms.branch.updated").Select(m => JsonElement.Parse(m.Message.Data.Span).Text("headAfter")).ToHashSet();
        made.ShouldAllBe(commit => commits.Contains(commit));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills, {made.Count} commits acknowledged, {first.Count} events, {told.Count - first.Count} stored twice; none lost, order kept"));
    }

    private static string Name(int branch) => $"b{branch}";

    private static async Task CommitAsync(ServerProcess server, string token, string prefix, int branch, ConcurrentBag<string> made, CancellationToken over)
    {
        try
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
            {
                var input = new { branch = Name(branch), message = "m", issues = new[] { "OMS-1" }, operations = new object[] { new { createObjectType = new { name = $"{prefix}b{branch}n{i}" } } } };
                var answer = await server.QueryAsync(token, "mutation ($input: CommitInput!) { commit(input: $input) { commit { hash } errors { ... on Error { code message } } } }", new { input }, over);
                made.Add(answer.Text("data.commit.commit.hash") ?? throw new InvalidOperationException(answer.ToString()));
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            // The server is gone: whether this took effect is not known.
        }
    }
}
