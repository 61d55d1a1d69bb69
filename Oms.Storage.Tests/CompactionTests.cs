using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Storage.Sqlite;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>Compaction of real databases: less room, and nothing else is different.</summary>
public sealed class CompactionTests : IDisposable
{
    private readonly DataFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_read_says_the_same_after_it_in_less_than_half_of_the_room()
    {
        string[] before, after;
        CompactionOutcome outcome;
        await using (var store = SqliteStore.Open(folder.Root))
        {
            await RealHistory.WriteAsync(store, 150, Cancel);
            before = await EverythingAsync(store);
            outcome = await store.CompactAsync(CompactionExtent.Whole, Cancel);
            (await EverythingAsync(store)).ShouldBe(before);
        }

        await using (var again = SqliteStore.Open(folder.Root))
            after = await EverythingAsync(again);
        after.ShouldBe(before);
        outcome.BytesAfter.ShouldBeLessThan(outcome.BytesBefore / 2);
        new FileInfo(folder.File).Length.ShouldBeLessThanOrEqualTo(outcome.BytesAfter);
        SqliteStore.Verify(folder.Root).Damages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_written_after_it_is_packed_by_the_next()
    {
        await using var store = SqliteStore.Open(folder.Root);
        await RealHistory.WriteAsync(store, 30, Cancel);
        (await store.CompactAsync(CompactionExtent.Whole, Cancel)).Objects.ShouldBeGreaterThan(0);
        (await store.CompactAsync(CompactionExtent.Whole, Cancel)).Objects.ShouldBe(0);

        var branch = (await store.GetBranchAsync(BranchName.Main, Cancel))!;
        var head = (await store.GetCommitAsync(branch.Head, Cancel))!;
        var (record, stored) = CommitBuilder.Build(head.Commit.Tree, [head], [], "ann", Given.Noon.AddDays(1), "a long enough message to be packed with the others", []);
        await store.CommitAsync(
            new Change { Objects = [stored], Commits = [record], Branches = [new(branch with { Head = record.Id, Version = branch.Version + 1 }, branch.Version)] }, Cancel);

        var next = await store.CompactAsync(CompactionExtent.Whole, Cancel);
        (next.Objects, next.Collected).ShouldBe((1, 0));
        (await store.GetCommitAsync(record.Id, Cancel))!.Commit.Message.ShouldStartWith("a long enough");
        SqliteStore.Verify(folder.Root).Damages.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_waits_for_enough_commits_beside_the_server_s_work()
    {
        await using var store = SqliteStore.Open(folder.Root);
        await RealHistory.WriteAsync(store, 50, Cancel);
        (await store.CompactAsync(CompactionExtent.Background, Cancel)).Objects.ShouldBe(0);
        (await store.CompactAsync(new CompactionExtent(50, false), Cancel)).Objects.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_object_that_no_commit_leads_to_is_collected_and_no_other()
    {
        await using var store = SqliteStore.Open(folder.Root);
        await RealHistory.WriteAsync(store, 10, Cancel);
        var left = Given.Object("""{"left":"by an import that somebody ended before it had made a commit"}""");
        await store.CommitAsync(new Change { Objects = [left] }, Cancel);
        SqliteStore.Verify(folder.Root).Unreachable.ShouldBe(1);

        (await store.CompactAsync(CompactionExtent.Whole, Cancel)).Collected.ShouldBe(1);
        (await store.GetObjectAsync(left.Hash, Cancel)).ShouldBeNull();
        var report = SqliteStore.Verify(folder.Root);
        (report.Damages.Length, report.Unreachable).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Readers_and_writers_go_on_beside_it()
    {
        await using var store = SqliteStore.Open(folder.Root);
        var made = await RealHistory.WriteAsync(store, 100, Cancel);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reading = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var reads = 0;
            for (; !over.IsCancellationRequested; reads++)
            {
                var commit = (await store.GetCommitAsync(made[reads % made.Length], Cancel))!;
                await SnapshotLoader.LoadAsync(commit.Commit.Tree, hashes => store.GetObjectsAsync(hashes, Cancel));
                await store.CommitAsync(new Change { Audit = [Given.Entry($"{Guid.NewGuid():N}")] }, Cancel);
            }

            return reads;
        })).ToList();

        for (var i = 0; i < 5; i++)
            await store.CompactAsync(CompactionExtent.Whole, Cancel);
        await over.CancelAsync();
        (await Task.WhenAll(reading)).Sum().ShouldBeGreaterThan(0);
        SqliteStore.Verify(folder.Root).Damages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_at_any_statement_leaves_a_whole_store_and_the_next_goes_on_from_there()
    {
        await using var store = (RelationalStore)SqliteStore.Open(folder.Root);
        await RealHistory.WriteAsync(store, 20, Cancel);
        for (var n = 1; n < 2_000; n = (n * 5 / 3) + 1)
        {
            var left = n;
            store.Probe.BeforeRun = () =>
            {
                if (--left == 0)
                    throw new IOException("the disk is gone");
            };
            var failure = await Record.ExceptionAsync(async () => await store.CompactAsync(CompactionExtent.Whole, Cancel));
            store.Probe.BeforeRun = null;
            SqliteStore.Verify(folder.Root).Damages.ShouldBeEmpty($"statement {n}");
            if (failure is null && left > 0)
                return;
        }

        await store.CompactAsync(CompactionExtent.Whole, Cancel);
        SqliteStore.Verify(folder.Root).Damages.ShouldBeEmpty();
    }

    // Everything that the port gives, each as its canonical text.
    private static async Task<string[]> EverythingAsync(IStore store)
    {
        var said = new List<string>();
        for (var id = (await store.GetBranchAsync(BranchName.Main, Cancel))!.Head; ;)
        {
            var commit = (await store.GetCommitAsync(id, Cancel))!;
            var snapshot = await SnapshotLoader.LoadAsync(commit.Commit.Tree, hashes => store.GetObjectsAsync(hashes, Cancel));
            said.Add($"{CanonicalJson.Literal(commit)} {snapshot.Tree} {snapshot.Count}");
            said.Add(Convert.ToHexString((await store.GetObjectAsync(id, Cancel))!.Value.Span));
            if (commit.Commit.Parents.IsEmpty)
                break;
            id = commit.Commit.Parents[0];
        }

        said.AddRange((await store.GetCommitsOfElementAsync(ElementId.Trusted("ot-type7"), Cancel)).Select(c => CanonicalJson.Literal(c).ToString()));
        said.AddRange((await store.GetCommitsOfIssueAsync("OMS-1", Cancel)).Select(c => CanonicalJson.Literal(c).ToString()));
        said.AddRange((await store.GetAuditAfterAsync(0, 10_000, Cancel)).Select(a => CanonicalJson.Literal(a).ToString()));
        said.AddRange((await store.GetAuditAsync(new AuditFilter(), null, 10, Cancel)).Items.Select(a => CanonicalJson.Literal(a).ToString()));
        said.AddRange((await store.GetEventsAfterAsync(0, 10_000, Cancel)).Select(e => CanonicalJson.Literal(e).ToString()));
        return [.. said];
    }
}
