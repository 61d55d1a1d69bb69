using System.Globalization;
using Oms.Engine.Tests;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Indexing;

/// <summary>
/// The server is killed at random while reports come in. Each must take effect once: counted in the audit log, not in the inbox.
/// <c>OMS_FUNNEL_KILLS</c> sets the number of kills, by default 3, with 40 indexings a kill.
/// </summary>
public sealed class FunnelKillTests(BothStores stores) : IClassFixture<BothStores>
{
    private const int Branches = 4;
    private const int IndexingsAKill = 40;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task No_report_is_lost_and_none_takes_effect_twice(string store)
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("OMS_FUNNEL_KILLS") ?? "3", CultureInfo.InvariantCulture);
        var chance = new Random(20261121);
        await using var funnel = await FunnelPublisher.StartAsync();
        await using var server = await stores.StartAsync(store, funnel.Settings);
        var token = await server.TokenAsync("admin");
        for (var b = 0; b < Branches; b++)
            await server.CreateBranchAsync(token, $"b{b}");

        var poison = 0;
        var indexings = 0;
        for (var real = 0; real < kills;)
        {
            var telling = Task.Run(async () =>
            {
                for (var i = 0; i < IndexingsAKill; i++)
                    poison += await TellAsync(funnel, indexings++, chance);
            });
            var waiting = await funnel.WaitingAsync();

            // Killed in the middle of the work: some reports of this round are taken, some are not.
            for (var left = chance.Next(10, 2 * IndexingsAKill); left > 0 && (!telling.IsCompleted || waiting > 0); left--, waiting = await funnel.WaitingAsync())
                await Task.Delay(chance.Next(1, 8));
            await server.KillAsync();
            await telling;
            // A server that was killed when nothing was left to do proves nothing, and is killed again.
            if (await funnel.WaitingAsync() > 0)
                real++;
            await server.RestartAsync();
        }

        await DoneAsync(funnel);
        var once = await EffectsAsync(server, token);
        once.ShouldBe(
            Enumerable.Range(0, indexings).SelectMany(i => new[] { $"indexing.complete ix-{i}", $"indexing.start ix-{i}" }).Order(StringComparer.Ordinal).ToArray(), ignoreOrder: false, "each begun once and completed once");
        await CheckLettersAsync(server, token, poison);

        // All of it once more: nothing changes.
        for (var i = 0; i < indexings; i++)
            await TellAsync(funnel, i, null);
        await DoneAsync(funnel);
        (await EffectsAsync(server, token)).ShouldBe(once);
        for (var b = 0; b < Branches; b++)
            (await FunnelThroughTheDoor.BranchAsync(server, token, $"b{b}")).Text("state").ShouldBe("READY");
    }

    // Until nothing waits; what has piled up over many kills takes its time, in which something must be seen to be done.
    private static async Task DoneAsync(FunnelPublisher funnel)
    {
        for (var left = await funnel.WaitingAsync(); left > 0;)
        {
            var before = left;
            await Eventually.HoldsAsync(async () => (left = await funnel.WaitingAsync()) < before, seen: () => $"{left} reports wait");
        }
    }

    // One indexing of one branch, begun and ended, with repeats and poison in between by chance; the number of poison.
    private static async Task<int> TellAsync(FunnelPublisher funnel, int i, Random? chance)
    {
        var (branch, indexing) = ($"b{i % Branches}", $"ix-{i}");
        await Repeated(() => funnel.TellAsync($"s-{i}", "started", branch, indexing));
        await Repeated(() => funnel.TellAsync($"c-{i}", "completed", branch, indexing, new { status = "success" }));
        if (chance is null || chance.Next(20) != 0)
            return 0;
        await funnel.SendAsync("funnel.poison", """{"specversion":"1.0","id":"none"}"""u8.ToArray());
        return 1;

        async Task Repeated(Func<Task> tell)
        {
            await tell();
            if (chance?.Next(10) < 3)
                await tell();
        }
    }

    private static async Task<string[]> EffectsAsync(ServerProcess server, string token)
    {
        List<string> found = [];
        for (string? after = null; ;)
        {
            var page = (await server.QueryAsync(
                token,
                """query ($after: String) { auditEntries(first: 50, after: $after, where: { targetType: { eq: "indexing" }, success: { eq: true } }) { nodes { action targetId } pageInfo { hasNextPage endCursor } } }""",
                new { after })).At("data.auditEntries");
            found.AddRange(page.At("nodes").EnumerateArray().Select(e => $"{e.Text("action")} {e.Text("targetId")}"));
            if (!page.At("pageInfo.hasNextPage").GetBoolean())
                return [.. found.Order(StringComparer.Ordinal)];
            after = page.Text("pageInfo.endCursor");
        }
    }

    private static async Task CheckLettersAsync(ServerProcess server, string token, int poison)
    {
        var letters = (await server.QueryAsync(token, """{ deadLetters(target: "funnel") { totalCount } }""")).At("data.deadLetters");
        letters.Number("totalCount").ShouldBe(poison, "each poison is a dead letter once");
    }
}
