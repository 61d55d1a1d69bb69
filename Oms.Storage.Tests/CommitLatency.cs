using System.Diagnostics;
using Oms.Domain.Branches;
using Oms.Domain.Storage;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

public sealed class CommitLatency(ITestOutputHelper output) : IDisposable
{
    private readonly DataFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Is_printed_with_the_sync_latency_of_the_run()
    {
        var sync = Median(Sync(200));
        await using var store = SqliteStore.Open(folder.Root);
        await store.CommitAsync(Given.FirstCommit("main", out var parent), Cancel);
        var times = new List<double>();
        for (var i = 0; i < 1_000; i++)
        {
            var branch = (await store.GetBranchAsync(BranchName.Main, Cancel))!;
            var change = Given.NextCommit(branch, parent, $"commit {i}", out parent) with
            {
                Audit = [Given.Entry($"a-{i}")],
                Events = [Given.Event($"e-{i}"), Given.Event($"f-{i}")],
            };
            change = change with { Objects = change.Objects.AddRange(Enumerable.Range(0, 5).Select(o => Given.Object(new string('x', 1_000) + $"{i} {o}"))) };
            var start = Stopwatch.GetTimestamp();
            await store.CommitAsync(change, Cancel);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(w => Task.Run(
            async () =>
            {
                for (var i = 0; i < 100; i++)
                    await store.CommitAsync(new Change { Events = [Given.Event($"g-{w}-{i}")], Audit = [Given.Entry($"b-{w}-{i}")] }, Cancel);
            },
            Cancel)));
        output.WriteLine(
            $"sync {sync:F3} ms; one writer, 6 objects, 1 audit, 2 events: p50 {times[500]:F2} ms, p99 {times[990]:F2} ms; "
            + $"32 writers of 1 audit, 1 event: {3_200 / watch.Elapsed.TotalSeconds:F0} commits/s");
        times[500].ShouldBeLessThan(50);
    }

    private List<double> Sync(int count)
    {
        var times = new List<double>();
        using var file = new FileStream(Path.Combine(folder.Root, "sync"), FileMode.Create);
        for (var i = 0; i < count; i++)
        {
            file.Write(new byte[4_096]);
            var start = Stopwatch.GetTimestamp();
            file.Flush(flushToDisk: true);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
