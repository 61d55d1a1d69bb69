using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Storage;
using Oms.Graph.Hosting;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>Two servers on one database, and a database that goes away.</summary>
public sealed class PostgreSqlStoreFailures
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_servers_number_one_log_and_move_one_head()
    {
        await using var cluster = await PostgreSqlCluster.StartAsync();
        var connection = await cluster.CreateDatabaseAsync();
        // Both bring the tables forward at once.
        var stores = await Task.WhenAll(Task.Run(() => StorePlugin.OpenPostgreSql(connection)), Task.Run(() => StorePlugin.OpenPostgreSql(connection)));
        await stores[0].CommitAsync(Given.FirstCommit("main", out var first), Cancel);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => stores[i % 2].CommitAsync(
            new Change { Events = [Given.Event($"e-{i}")], Audit = [Given.Entry($"a-{i}")] }, Cancel).AsTask()));
        (await stores[0].GetEventsAfterAsync(0, 500, Cancel)).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 200).Select(i => (long)i));
        AuditChain.Verify(await stores[1].GetAuditAfterAsync(0, 500, Cancel)).Last.Sequence.ShouldBe(200);

        var branch = (await stores[0].GetBranchAsync(BranchName.Main, Cancel))!;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => stores[i % 2].CommitAsync(Given.NextCommit(branch, first, $"m{i}", out _), Cancel).AsTask()));
        outcomes.OfType<CommitOutcome.Committed>().Count().ShouldBe(1);
        outcomes.OfType<CommitOutcome.BranchMoved>().Count().ShouldBe(19);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task A_server_hears_of_anothers_writes_and_not_of_its_own()
    {
        await using var cluster = await PostgreSqlCluster.StartAsync();
        var connection = await cluster.CreateDatabaseAsync();
        await using var mine = StorePlugin.OpenPostgreSql(connection);
        await using var other = StorePlugin.OpenPostgreSql(connection);
        await mine.WaitForNewsAsync(Cancel);

        var hearing = mine.WaitForNewsAsync(Cancel).AsTask();
        await mine.CommitAsync(new Change { Events = [Given.Event("mine")] }, Cancel);
        await Task.Delay(500, Cancel);
        hearing.IsCompleted.ShouldBeFalse();
        await other.CommitAsync(new Change { Events = [Given.Event("other")] }, Cancel);
        await hearing.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task A_database_that_crashes_loses_nothing_acknowledged_and_is_found_again()
    {
        await using var cluster = await PostgreSqlCluster.StartAsync();
        await using var store = StorePlugin.OpenPostgreSql(await cluster.CreateDatabaseAsync());
        var acknowledged = new List<string>();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                await store.CommitAsync(new Change { Events = [Given.Event($"e-{i}")] }, Cancel);
                acknowledged.Add($"e-{i}");
            }
        });
        await Task.Delay(500, Cancel);
        await cluster.StopAsync();
        (await Should.ThrowAsync<StoreException>(() => writing)).Code.ShouldBe("STORE_UNAVAILABLE");
        (await Should.ThrowAsync<StoreException>(async () => await store.CommitAsync(new Change { Events = [Given.Event("down")] }, Cancel))).IsOutcomeUnknown.ShouldBeFalse();

        await cluster.StartAgainAsync();
        (await store.CommitAsync(new Change { Events = [Given.Event("again")] }, Cancel)).ShouldBeOfType<CommitOutcome.Committed>();
        var ids = (await store.GetEventsAfterAsync(0, int.MaxValue, Cancel)).Select(e => e.Id).ToList();
        acknowledged.Count.ShouldBeGreaterThan(0);
        acknowledged.Except(ids).ShouldBeEmpty();
        ids.ShouldContain("again");
        ids.ShouldNotContain("down");
    }

    [Fact]
    public async Task A_database_that_would_forget_is_refused()
    {
        await using var cluster = await PostgreSqlCluster.StartAsync("fsync=off");
        var refusal = Should.Throw<StoreException>(() => StorePlugin.OpenPostgreSql(cluster.CreateDatabaseAsync().GetAwaiter().GetResult()));
        refusal.Code.ShouldBe("STORE_UNSAFE");
        refusal.Message.ShouldContain("fsync is off");
    }
}
