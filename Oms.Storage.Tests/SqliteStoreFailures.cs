using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Storage;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>A write that fails half way leaves nothing behind, and the store serves on.</summary>
public sealed class SqliteStoreFailures : IDisposable
{
    private readonly DataFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whichever_statement_of_a_change_fails_nothing_of_it_is_there_and_the_next_works()
    {
        await using var store = RelationalStore.Open(SqliteDatabase.In(folder.Root));
        await store.CommitAsync(Given.FirstCommit("main", out var first), Cancel);
        var change = Whole(first, "second");
        var before = await StateAsync(store);
        var failed = 0;
        for (var n = 1; ; n++)
        {
            var left = n;
            store.Probe.BeforeRun = () =>
            {
                if (--left == 0)
                    throw new IOException("the n-th statement");
            };
            if (await TryAsync(store, change))
                break;
            failed++;
            (await StateAsync(store)).ShouldBe(before);
        }

        failed.ShouldBe(25);
        (await store.GetBranchAsync(BranchName.Main, Cancel))!.Head.ShouldBe(change.Commits[0].Id);
    }

    [Fact]
    public async Task One_failing_change_among_many_waiting_takes_none_of_the_others_along()
    {
        await using var store = RelationalStore.Open(SqliteDatabase.In(folder.Root));
        var events = Enumerable.Range(0, 200).Select(i => new Change { Events = [Given.Event(i % 10 == 3 ? "same" : $"e-{i}")] }).ToList();

        var tasks = events.Select(e => TryAsync(store, e)).ToList();
        var taken = await Task.WhenAll(tasks);

        taken.Count(t => t).ShouldBe(181);
        (await store.GetEventsAfterAsync(0, 500, Cancel)).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 181).Select(s => (long)s));
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_acknowledged_and_serves_again_when_there_is_room()
    {
        await using var mount = await TemporaryMount.OfSizeAsync(folder.Next(), 2_000_000);
        var acknowledged = new List<ObjectHash>();
        await using (var store = SqliteStore.Open(mount.Path))
        {
            var refusal = await Should.ThrowAsync<StoreException>(() => FillAsync(store, acknowledged));
            refusal.Code.ShouldBe("STORE_FULL");
            refusal.IsOutcomeUnknown.ShouldBeFalse();
            refusal.Message.ShouldContain(mount.Path);
            acknowledged.Count.ShouldBeGreaterThan(10);
            (await store.GetObjectsAsync(acknowledged, Cancel)).Count.ShouldBe(acknowledged.Count);

            await mount.ResizeAsync(8_000_000);
            (await store.CommitAsync(new Change { Events = [Given.Event("room")] }, Cancel)).ShouldBeOfType<CommitOutcome.Committed>();
        }

        await using var again = SqliteStore.Open(mount.Path);
        (await again.GetObjectsAsync(acknowledged, Cancel)).Count.ShouldBe(acknowledged.Count);
        AuditChain.Verify(await again.GetAuditAfterAsync(0, 10_000, Cancel)).ShouldSatisfyAllConditions(
            v => v.IsWhole.ShouldBeTrue(), v => v.Last.Sequence.ShouldBe(acknowledged.Count));
    }

    [Fact]
    public async Task A_full_disk_at_start_is_refused()
    {
        await using var mount = await TemporaryMount.OfSizeAsync(folder.Next(), 8_192);
        File.WriteAllBytes(Path.Combine(mount.Path, "fill"), new byte[8_192]);

        Should.Throw<StoreException>(() => SqliteStore.Open(mount.Path)).Code.ShouldBe("STORE_FULL");
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_opening_again()
    {
        CommitRecord first;
        await using (var store = SqliteStore.Open(folder.Root))
        {
            await store.CommitAsync(Given.FirstCommit("main", out first, "ot-a"), Cancel);
            await store.CommitAsync(Whole(first, "second"), Cancel);
        }

        await using var again = SqliteStore.Open(folder.Root);
        (await again.GetBranchAsync(BranchName.Main, Cancel))!.Version.ShouldBe(2);
        (await again.GetLastSequenceAsync(Cancel)).ShouldBe(1);
        AuditChain.Verify(await again.GetAuditAfterAsync(0, 10, Cancel)).Last.Sequence.ShouldBe(1);
        File.Exists(folder.File + "-wal").ShouldBeTrue();
    }

    private static Change Whole(CommitRecord parent, string message) =>
        Given.NextCommit(Given.BranchAt("main", parent.Id), parent, message, out _) with
        {
            Audit = [Given.Entry("a-" + message)],
            Events = [Given.Event("e-" + message)],
            Documents = [new("kind", "d-" + message, 0, default)],
            InboxId = "in-" + message,
            Answer = new("k-" + message, "r", "{}", Given.Noon),
        };

    private static async Task FillAsync(IStore store, List<ObjectHash> acknowledged)
    {
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = new byte[20_000];
            new Random(i).NextBytes(bytes);
            var stored = StoredObject.Of(bytes);
            await store.CommitAsync(new Change { Objects = [stored], Audit = [Given.Entry($"a-{i}")] }, Cancel);
            acknowledged.Add(stored.Hash);
        }
    }

    private static async Task<bool> TryAsync(IStore store, Change change)
    {
        try
        {
            return await store.CommitAsync(change, Cancel) is CommitOutcome.Committed;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            return false;
        }
    }

    private static async Task<string> StateAsync(IStore store) => string.Join(
        '|',
        (await store.GetBranchAsync(BranchName.Main, Cancel))!.Version,
        await store.GetLastSequenceAsync(Cancel),
        (await store.GetAuditAfterAsync(0, 10, Cancel)).Length,
        (await store.GetAnswerAsync("k-second", Cancel)) is null,
        (await store.GetCommitsOfElementAsync(Whole((await FirstAsync(store))!, "second").Commits[0].Changes[0].Element, Cancel)).Length);

    private static async Task<CommitRecord?> FirstAsync(IStore store) =>
        await store.GetCommitAsync((await store.GetHeadAtAsync(BranchName.Main, Given.Noon, Cancel))!.Value, Cancel);
}
