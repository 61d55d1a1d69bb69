using System.Diagnostics;
using System.Globalization;
using Oms.Graph.Tests.Door;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Durability;

/// <summary>
/// The command <c>compact</c> is killed at a random moment, again and again, on a fresh copy of a history or on what the kill before left. Each
/// time the store is whole and every commit is what it was. <c>OMS_COMPACT_KILLS</c> sets the number of rounds, by default 6.
/// </summary>
public sealed class CompactionKillTests(ITestOutputHelper output)
{
    private const int Commits = 150;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_compaction_that_is_killed_leaves_everything_as_it_was()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("OMS_COMPACT_KILLS") ?? "6", CultureInfo.InvariantCulture);
        var chance = new Random(20261122);
        await using var server = await ServerProcess.StartAsync();
        await FillAsync(server);
        var log = await LogAsync(server.Data);
        await server.KillAsync();
        (await ServerProcess.RunAsync("log", "--data", server.Data)).Code.ShouldBe(0);
        var whole = Directory.CreateTempSubdirectory("oms-whole-").FullName;
        Copy(server.Data, whole);
        var time = await TimeAsync(whole, server.Data);
        var (kills, misses) = (0, 0);
        while (kills < rounds)
        {
            // What a kill left is killed again in every other round.
            if (kills % 2 == 0)
                Copy(whole, server.Data);
            if (await EndedBeforeAsync(server.Data, time * (0.3 + (0.7 * chance.NextDouble()))) is { } took)
            {
                // The machine was slower when the time was taken. What ended is whole, and no kill of this round can hit it.
                time = took;
                Copy(whole, server.Data);
                (++misses).ShouldBeLessThan(20 + rounds, "the command ends before it is killed");
                continue;
            }

            kills++;
            var (code, said, error) = await ServerProcess.RunAsync("verify", "--data", server.Data);
            code.ShouldBe(0, $"round {kills}: {said}{error}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills while it worked, {misses} came too late"));
        (await ServerProcess.RunAsync("compact", "--data", server.Data)).Code.ShouldBe(0);
        (await ServerProcess.RunAsync("verify", "--data", server.Data)).Code.ShouldBe(0);
        (await LogAsync(server.Data)).ShouldBe(log);
        Directory.Delete(whole, recursive: true);
    }

    private static async Task FillAsync(ServerProcess server)
    {
        var token = await server.TokenAsync("admin", "writer");
        for (var i = 0; i < Commits; i++)
        {
            var answer = await server.QueryAsync(token, "mutation ($input: CommitInput!) { commit(input: $input) { errors { ... on Error { message } } } }", new
            {
                input = new { branch = "main", message = $"commit {i}", issues = new[] { "OMS-1" }, operations = Enumerable.Range(0, 8).Select(n => new { createObjectType = new { name = $"C{i}N{n}" } }) },
            });
            answer.IsNull("data.commit.errors").ShouldBeTrue(answer.ToString());
        }
    }

    private static async Task<string> LogAsync(string data) => (await ServerProcess.RunAsync("log", "--limit", "1000", "--format", "json", "--data", data)).Output;

    private static async Task<TimeSpan> TimeAsync(string whole, string data)
    {
        var watch = Stopwatch.StartNew();
        (await ServerProcess.RunAsync("compact", "--data", data)).Code.ShouldBe(0);
        watch.Stop();
        Copy(whole, data);
        return watch.Elapsed;
    }

    // How long it took when it ended by itself; null when it was killed.
    private static async Task<TimeSpan?> EndedBeforeAsync(string data, TimeSpan kill)
    {
        var watch = Stopwatch.StartNew();
        using var compact = ServerProcess.Begin("compact", "--data", data);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        over.CancelAfter(kill);
        try
        {
            await compact.WaitForExitAsync(over.Token);
            return watch.Elapsed;
        }
        catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
        {
            compact.Kill();
            await compact.WaitForExitAsync(Cancel);
            return null;
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var old in Directory.GetFiles(to, "oms.db*"))
            File.Delete(old);
        foreach (var file in Directory.GetFiles(from, "oms.db*"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
