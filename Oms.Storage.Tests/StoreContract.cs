using System.Collections.Concurrent;
using System.Collections.Immutable;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Shouldly;
using Xunit;

namespace Oms.Storage.Tests;

/// <summary>What every store keeps. A new store passes by deriving from this class and opening itself.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private IStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract ValueTask<IStore> OpenAsync();

    public async ValueTask InitializeAsync() => store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await CleanAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual ValueTask CleanAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_tells_its_time_in_whole_milliseconds()
    {
        var before = TimeProvider.System.GetUtcNow().AddMilliseconds(-2);
        var first = await store.GetTimeAsync(Cancel);
        var second = await store.GetTimeAsync(Cancel);

        first.ShouldBeInRange(before, TimeProvider.System.GetUtcNow().AddMilliseconds(2));
        second.ShouldBeGreaterThanOrEqualTo(first);
        (first.Ticks % TimeSpan.TicksPerMillisecond).ShouldBe(0);
    }

    [Fact]
    public async Task An_object_is_read_back_byte_for_byte()
    {
        var stored = Given.Object("héllo");
        await TakenAsync(new Change { Objects = [stored] });

        (await store.GetObjectAsync(stored.Hash, Cancel))!.Value.ToArray().ShouldBe(stored.Bytes.ToArray());
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_null() => (await store.GetObjectAsync(ObjectHash.Of("no"u8), Cancel)).ShouldBeNull();

    [Fact]
    public async Task An_object_stored_twice_stays_as_it_is()
    {
        var stored = Given.Object("once");
        await TakenAsync(new Change { Objects = [stored, stored] });
        await TakenAsync(new Change { Objects = [stored] });

        (await store.GetObjectAsync(stored.Hash, Cancel))!.Value.ToArray().ShouldBe(stored.Bytes.ToArray());
    }

    [Fact]
    public async Task An_object_does_not_change_when_its_sender_reuses_the_buffer()
    {
        var buffer = "before"u8.ToArray();
        var hash = ObjectHash.Of(buffer);
        await TakenAsync(new Change { Objects = [new StoredObject(hash, buffer)] });
        buffer[0] = (byte)'X';

        var read = (await store.GetObjectAsync(hash, Cancel))!.Value.ToArray();

        read.ShouldBe("before"u8.ToArray());
    }

    [Fact]
    public async Task Many_objects_are_read_at_once_and_missing_ones_left_out()
    {
        var objects = Enumerable.Range(0, 1_203).Select(i => Given.Object($"object {i}")).ToImmutableArray();
        await TakenAsync(new Change { Objects = objects });

        var found = await store.GetObjectsAsync([.. objects.Select(o => o.Hash), ObjectHash.Of("no"u8), objects[0].Hash], Cancel);

        found.Count.ShouldBe(objects.Length);
        objects.ShouldAllBe(o => found[o.Hash].ToArray().SequenceEqual(o.Bytes.ToArray()));
        (await store.GetObjectsAsync([], Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commit_is_read_back_with_its_changes()
    {
        var change = Given.FirstCommit("main", out var first, "ot-a", "ot-b");
        await TakenAsync(change);

        ShouldEqual(await store.GetCommitAsync(first.Id, Cancel), first);
        (await store.GetObjectAsync(first.Id, Cancel))!.Value.ToArray().ShouldBe(change.Objects[0].Bytes.ToArray());
        (await store.GetCommitAsync(ObjectHash.Of("no"u8), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_commit_stored_twice_is_there_once()
    {
        var change = Given.FirstCommit("main", out var first, "ot-a");
        await TakenAsync(change);
        await TakenAsync(change with { Branches = [new(Given.BranchAt("other", first.Id), 0)] });

        (await store.GetCommitsOfElementAsync(ElementId.Trusted("ot-a"), Cancel)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Several_commits_of_one_change_are_there_together_or_not_at_all()
    {
        var change = Given.FirstCommit("main", out var first, "ot-a");
        await TakenAsync(change);
        var branch = change.Branches[0].Branch;
        var (one, second) = Given.Commit("second", first, elements: "ot-b");
        var (two, third) = Given.Commit("third", second, elements: ["ot-a", "ot-b"]);
        var both = new Change
        {
            Objects = [one, two],
            Commits = [second, third],
            Branches = [new(branch with { Head = third.Id, Version = branch.Version + 1 }, branch.Version)],
        };

        var late = both with { Branches = [new(branch with { Head = third.Id, Version = branch.Version + 2 }, branch.Version + 1)] };
        (await store.CommitAsync(late, Cancel)).ShouldBeOfType<CommitOutcome.BranchMoved>();
        (await store.GetCommitAsync(second.Id, Cancel)).ShouldBeNull();
        await Should.ThrowAsync<ArgumentException>(async () => await store.CommitAsync(both with { Commits = [third, second] }, Cancel));
        (await store.GetCommitAsync(second.Id, Cancel)).ShouldBeNull();

        await TakenAsync(both);
        (await store.GetCommitAsync(second.Id, Cancel))!.Commit.Parents.ShouldBe([first.Id]);
        (await store.GetCommitsOfElementAsync(ElementId.Trusted("ot-a"), Cancel)).Select(c => c.Id).ShouldBe([third.Id, first.Id]);
        (await store.GetCommitsOfElementAsync(ElementId.Trusted("ot-b"), Cancel)).Select(c => c.Id).ShouldBe([third.Id, second.Id]);
        (await store.GetHeadAtAsync(branch.Name, DateTimeOffset.MaxValue, Cancel)).ShouldBe(third.Id);
    }

    [Fact]
    public async Task Commits_are_found_by_the_start_of_their_id()
    {
        await TakenAsync(Given.FirstCommit("main", out var first));

        (await store.FindCommitsAsync(first.Id.Value[..4], Cancel)).ShouldBe([first.Id]);
        (await store.FindCommitsAsync(first.Id.Value, Cancel)).ShouldBe([first.Id]);
        (await store.FindCommitsAsync(first.Id.Value[..3], Cancel)).ShouldBeEmpty();
        (await store.FindCommitsAsync("%%%%", Cancel)).ShouldBeEmpty();
        (await store.FindCommitsAsync(first.Id.Value[..4].ToUpperInvariant() + "Z", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Commits_of_an_element_come_newest_first_from_every_branch()
    {
        await TakenAsync(Given.FirstCommit("main", out var first, "ot-a"));
        var (stored, second) = Given.Commit("second", first, Given.Noon.AddDays(-1), null, "ot-a", "ot-b");
        await TakenAsync(new Change { Objects = [stored], Commits = [second], Branches = [new(Given.BranchAt("side", second.Id), 0)] });

        (await store.GetCommitsOfElementAsync(ElementId.Trusted("ot-a"), Cancel)).Select(c => c.Id).ShouldBe([second.Id, first.Id]);
        (await store.GetCommitsOfElementAsync(ElementId.Trusted("ot-b"), Cancel)).Select(c => c.Id).ShouldBe([second.Id]);
        (await store.GetCommitsOfElementAsync(ElementId.Trusted("ot-no"), Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Commits_of_an_issue_come_newest_first()
    {
        var (one, first) = Given.Commit("one", issues: ["OMS-1", "OMS-2"]);
        await TakenAsync(new Change { Objects = [one], Commits = [first] });
        var (two, second) = Given.Commit("two", first, issues: ["OMS-1"]);
        await TakenAsync(new Change { Objects = [two], Commits = [second] });

        (await store.GetCommitsOfIssueAsync("OMS-1", Cancel)).Select(c => c.Id).ShouldBe([second.Id, first.Id]);
        (await store.GetCommitsOfIssueAsync("OMS-2", Cancel)).Select(c => c.Id).ShouldBe([first.Id]);
        (await store.GetCommitsOfIssueAsync("OMS-", Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_branch_is_read_back_whole()
    {
        var change = Given.FirstCommit("main", out var first);
        var branch = Given.BranchAt("main", first.Id) with
        {
            Description = "the trunk",
            IsProtected = true,
            State = BranchState.LockedForWrite,
            PreviousState = BranchState.Active,
            Locks =
            [
                new()
                {
                    Id = "l-1", Holder = "ann", Reason = "indexing", AcquiredAt = Given.Noon, ExpiresAt = Given.Noon.AddHours(1), FencingToken = 7,
                },
            ],
        };
        await TakenAsync(change with { Branches = [new(branch, 0)] });

        CanonicalJson.Write((await store.GetBranchAsync(branch.Name, Cancel))!).ShouldBe(CanonicalJson.Write(branch));
        (await store.GetBranchAsync(Given.Branch("no"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Branches_come_in_the_order_of_names()
    {
        var change = Given.FirstCommit("b", out var first);
        await TakenAsync(change with
        {
            Branches = [.. new[] { "b", "a-2", "a/1", "a", "z" }.Select(n => new BranchWrite(Given.BranchAt(n, first.Id), 0))],
        });

        (await store.GetBranchesAsync(Cancel)).Select(b => b.Name.Value).ShouldBe(["a", "a-2", "a/1", "b", "z"]);
    }

    [Fact]
    public async Task A_branch_is_written_only_as_it_was_read()
    {
        await TakenAsync(Given.FirstCommit("main", out var first));
        var branch = Given.BranchAt("main", first.Id);
        await TakenAsync(new Change { Branches = [new(branch with { Version = 2, Description = "two" }, 1)] });

        var late = await store.CommitAsync(new Change { Branches = [new(branch with { Version = 2, Description = "late" }, 1)] }, Cancel);
        var again = await store.CommitAsync(new Change { Branches = [new(branch, 0)] }, Cancel);
        var early = await store.CommitAsync(new Change { Branches = [new(Given.BranchAt("new", first.Id, 3), 2)] }, Cancel);

        late.ShouldBeOfType<CommitOutcome.BranchMoved>().Actual!.Description.ShouldBe("two");
        again.ShouldBeOfType<CommitOutcome.BranchMoved>().Actual!.Version.ShouldBe(2);
        early.ShouldBeOfType<CommitOutcome.BranchMoved>().Actual.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_turned_away_writes_nothing_at_all()
    {
        await TakenAsync(Given.FirstCommit("main", out var first));
        var (stored, second) = Given.Commit("second", first, null, ["OMS-9"], "ot-z");
        var outcome = await store.CommitAsync(
            new Change
            {
                Objects = [stored],
                Commits = [second],
                Branches = [new(Given.BranchAt("fresh", second.Id), 0), new(Given.BranchAt("main", second.Id, 9), 8)],
                Audit = [Given.Entry("a-1")],
                Events = [Given.Event("e-1")],
                InboxId = "in-1",
                Answer = new("k", "r", "{}", Given.Noon),
            },
            Cancel);

        outcome.ShouldBeOfType<CommitOutcome.BranchMoved>();
        (await store.GetObjectAsync(stored.Hash, Cancel)).ShouldBeNull();
        (await store.GetCommitAsync(second.Id, Cancel)).ShouldBeNull();
        (await store.GetBranchesAsync(Cancel)).Select(b => b.Name.Value).ShouldBe(["main"]);
        (await store.GetAuditAfterAsync(0, 10, Cancel)).ShouldBeEmpty();
        (await store.GetLastSequenceAsync(Cancel)).ShouldBe(0);
        (await store.GetAnswerAsync("k", Cancel)).ShouldBeNull();
        await TakenAsync(new Change { InboxId = "in-1" });
    }

    [Fact]
    public async Task The_head_at_a_moment_is_the_last_one_before_it()
    {
        await TakenAsync(Given.FirstCommit("main", out var first) with { Events = [Given.Event("e-1", minute: 10)] });
        var main = Given.BranchAt("main", first.Id);
        var next = Given.NextCommit(main, first, "second", out var second) with { Events = [Given.Event("e-2", minute: 20)] };
        await TakenAsync(next);
        await TakenAsync(new Change
        {
            Branches = [new(next.Branches[0].Branch with { Version = 3, Description = "same head" }, 2)],
            Events = [Given.Event("e-3", minute: 30)],
        });

        (await HeadAtAsync(9)).ShouldBeNull();
        (await HeadAtAsync(10)).ShouldBe(first.Id);
        (await HeadAtAsync(19)).ShouldBe(first.Id);
        (await HeadAtAsync(20)).ShouldBe(second.Id);
        (await HeadAtAsync(10_000)).ShouldBe(second.Id);
        (await store.GetHeadAtAsync(Given.Branch("no"), Given.Noon.AddYears(1), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_hide_a_newer_head()
    {
        await TakenAsync(Given.FirstCommit("main", out var first) with { Events = [Given.Event("e-1", minute: 10)] });
        var next = Given.NextCommit(Given.BranchAt("main", first.Id), first, "second", out var second);
        await TakenAsync(next with { Events = [Given.Event("e-2", minute: 5)] });

        (await HeadAtAsync(10)).ShouldBe(second.Id);
        (await HeadAtAsync(7)).ShouldBeNull();
    }

    [Fact]
    public async Task Events_are_numbered_in_commit_order_without_gaps()
    {
        var outcome = await TakenAsync(new Change { Events = [Given.Event("e-1"), Given.Event("e-2")] });
        await TakenAsync(new Change { Events = [Given.Event("e-3", branch: null)] });

        outcome.Events.Select(e => e.Sequence).ShouldBe([1L, 2L]);
        var all = await store.GetEventsAfterAsync(0, 10, Cancel);
        all.Select(e => (e.Sequence, e.Id)).ShouldBe([(1L, "e-1"), (2L, "e-2"), (3L, "e-3")]);
        all[2].ShouldBe(Given.Event("e-3", branch: null) with { Sequence = 3 });
        (await store.GetEventsAfterAsync(1, 1, Cancel)).Select(e => e.Id).ShouldBe(["e-2"]);
        (await store.GetEventsAfterAsync(3, 10, Cancel)).ShouldBeEmpty();
        (await store.GetLastSequenceAsync(Cancel)).ShouldBe(3);
    }

    [Fact]
    public async Task Audit_entries_are_numbered_and_chained()
    {
        var outcome = await TakenAsync(new Change { Audit = [Given.Entry("a-1"), Given.Entry("a-2")] });
        await TakenAsync(new Change { Audit = [Given.Entry("a-3") with { Success = false, ErrorCode = "NO", ErrorMessage = "no" }] });

        var log = await store.GetAuditAfterAsync(0, 10, Cancel);
        outcome.Audit.Select(a => a.Hash).ShouldBe(log.Take(2).Select(a => a.Hash));
        AuditChain.Verify(log).ShouldBe(new AuditVerdict(new AuditLink(3, log[2].Hash), null));
        var expected = Given.Entry("a-2") with { Sequence = 2, PreviousHash = log[0].Hash, Hash = log[1].Hash };
        CanonicalJson.Literal(log[1]).ShouldBe(CanonicalJson.Literal(expected));
        (await store.GetAuditAfterAsync(1, 1, Cancel)).Select(a => a.Id).ShouldBe(["a-2"]);
    }

    [Theory]
    [InlineData("since", new[] { "a-4", "a-3" })]
    [InlineData("until", new[] { "a-2", "a-1" })]
    [InlineData("actor", new[] { "a-3" })]
    [InlineData("action", new[] { "a-2" })]
    [InlineData("group", new[] { "a-2", "a-1" })]
    [InlineData("type", new[] { "a-4", "a-3" })]
    [InlineData("target", new[] { "a-1" })]
    [InlineData("branch", new[] { "a-4" })]
    [InlineData("refused", new[] { "a-3" })]
    [InlineData("issue", new[] { "a-4" })]
    [InlineData("two", new[] { "a-4" })]
    [InlineData("none", new[] { "a-4", "a-3", "a-2", "a-1" })]
    public async Task Audit_is_filtered_newest_first(string by, string[] expected)
    {
        await TakenAsync(new Change
        {
            Audit =
            [
                Given.Entry("a-1", "branch.create", "one"),
                Given.Entry("a-2", "branch.archive", "two", 1),
                Given.Entry("a-3", "branching.lock", "two", 2) with { Actor = Given.Ann with { Subject = "bob" }, Success = false },
                Given.Entry("a-4", "branching.free", "two", 3) with { Branch = "side", Issues = ["OMS-7", "OMS-8"] },
            ],
        });
        var filter = by switch
        {
            "since" => new AuditFilter { Since = Given.Noon.AddMinutes(1).AddTicks(1) },
            "until" => new AuditFilter { Until = Given.Noon.AddMinutes(1).AddTicks(1) },
            "actor" => new AuditFilter { Actor = "bob" },
            "action" => new AuditFilter { Action = "branch.archive" },
            "group" => new AuditFilter { Action = "branch.*" },
            "type" => new AuditFilter { TargetType = "branching" },
            "target" => new AuditFilter { TargetId = "one" },
            "branch" => new AuditFilter { Branch = "side" },
            "refused" => new AuditFilter { Success = false },
            "issue" => new AuditFilter { Issue = "OMS-8" },
            "two" => new AuditFilter { TargetId = "two", Success = true, Since = Given.Noon.AddMinutes(2) },
            _ => new AuditFilter(),
        };

        var page = await store.GetAuditAsync(filter, null, 10, Cancel);

        page.Items.Select(a => a.Id).ShouldBe(expected);
        page.Total.ShouldBe(expected.Length);
        page.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Audit_is_paged_without_overlap()
    {
        await TakenAsync(new Change { Audit = [.. Enumerable.Range(1, 5).Select(i => Given.Entry($"a-{i}"))] });

        var first = await store.GetAuditAsync(new AuditFilter(), null, 2, Cancel);
        var second = await store.GetAuditAsync(new AuditFilter(), first.Items[^1].Sequence, 3, Cancel);

        first.Items.Select(a => a.Id).ShouldBe(["a-5", "a-4"]);
        (first.Total, first.HasMore).ShouldBe((5, true));
        second.Items.Select(a => a.Id).ShouldBe(["a-3", "a-2", "a-1"]);
        (second.Total, second.HasMore).ShouldBe((5, false));
    }

    [Fact]
    public async Task News_come_from_a_shared_store_only()
    {
        if (store.IsShared)
        {
            await store.WaitForNewsAsync(Cancel);
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var waiting = store.WaitForNewsAsync(patience.Token).AsTask();
        await TakenAsync(new Change { Events = [Given.Event("mine")] });
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_document_is_written_only_as_it_was_read()
    {
        await TakenAsync(new Change { Documents = [new("relay", "nats", 0, "one"u8.ToArray())] });
        await TakenAsync(new Change { Documents = [new("relay", "nats", 1, "two"u8.ToArray()), new("other", "nats", 0, "else"u8.ToArray())] });

        (await store.CommitAsync(new Change { Documents = [new("relay", "nats", 1, "late"u8.ToArray())], Events = [Given.Event("no")] }, Cancel))
            .ShouldBe(new CommitOutcome.DocumentMoved("relay", "nats", 2));
        (await store.CommitAsync(new Change { Documents = [new("relay", "new", 3, "late"u8.ToArray())] }, Cancel))
            .ShouldBe(new CommitOutcome.DocumentMoved("relay", "new", 0));
        (await store.GetLastSequenceAsync(Cancel)).ShouldBe(0);
        var document = (await store.GetDocumentAsync("relay", "nats", Cancel))!;
        document.Version.ShouldBe(2);
        document.Content.ToArray().ShouldBe("two"u8.ToArray());
        (await store.GetDocumentAsync("relay", "new", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Documents_of_a_kind_come_in_the_ordinal_order_of_keys()
    {
        await TakenAsync(new Change { Documents = [.. new[] { "b", "a", "é", "B", "a/1", "a-1" }.Select(k => new DocumentWrite("list", k, 0, default))] });
        await TakenAsync(new Change { Documents = [new("lists", "a", 0, default)] });

        (await store.GetDocumentsAsync("list", null, 10, Cancel)).Select(d => d.Key).ShouldBe(["B", "a", "a-1", "a/1", "b", "é"]);
        (await store.GetDocumentsAsync("list", "a-1", 2, Cancel)).Select(d => d.Key).ShouldBe(["a/1", "b"]);
    }

    [Fact]
    public async Task An_incoming_event_takes_effect_once()
    {
        await TakenAsync(new Change { InboxId = "in-1", Audit = [Given.Entry("a-1")] });

        var again = await store.CommitAsync(new Change { InboxId = "in-1", Audit = [Given.Entry("a-2")] }, Cancel);

        again.ShouldBe(new CommitOutcome.AlreadyDone("in-1"));
        (await store.GetAuditAfterAsync(0, 10, Cancel)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_is_given_again_and_the_change_not_done_again()
    {
        var answer = new IdempotentAnswer("ann:k", "hash", "{\"a\":\"é\"}", Given.Noon.AddTicks(7));
        await TakenAsync(new Change { Answer = answer, Audit = [Given.Entry("a-1")] });

        var again = await store.CommitAsync(
            new Change { Answer = answer with { RequestHash = "other", Answer = "{}" }, Audit = [Given.Entry("a-2")] }, Cancel);

        again.ShouldBe(new CommitOutcome.Answered(answer));
        (await store.GetAnswerAsync("ann:k", Cancel)).ShouldBe(answer);
        (await store.GetAnswerAsync("bob:k", Cancel)).ShouldBeNull();
        (await store.GetAuditAfterAsync(0, 10, Cancel)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Of_fifty_writers_of_one_branch_exactly_one_wins_each_version()
    {
        await TakenAsync(Given.FirstCommit("main", out var first));
        var winners = new ConcurrentBag<(long Version, ObjectHash Head)>();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(
            async () =>
            {
                // Each tries until it has won once, so that the branch must end at version 51.
                while (true)
                {
                    var branch = (await store.GetBranchAsync(BranchName.Main, Cancel))!;
                    var parent = (await store.GetCommitAsync(branch.Head, Cancel))!;
                    var change = Given.NextCommit(branch, parent, $"writer {writer}", out var commit);
                    var outcome = await store.CommitAsync(change with { Events = [Given.Event($"e-{commit.Id.Short}")] }, Cancel);
                    if (outcome is not CommitOutcome.Committed)
                        continue;
                    winners.Add((branch.Version + 1, commit.Id));
                    return;
                }
            },
            Cancel)));

        winners.Select(w => w.Version).Order().ShouldBe(Enumerable.Range(2, 50).Select(v => (long)v));
        var order = winners.OrderBy(w => w.Version).Select(w => w.Head).ToList();
        var path = new List<ObjectHash>();
        for (var at = (await store.GetBranchAsync(BranchName.Main, Cancel))!.Head; at != first.Id;)
        {
            path.Insert(0, at);
            at = (await store.GetCommitAsync(at, Cancel))!.Commit.Parents.Single();
        }

        path.ShouldBe(order);
        (await store.GetEventsAfterAsync(0, 100, Cancel)).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 50).Select(v => (long)v));
    }

    [Fact]
    public async Task A_reader_of_events_after_the_last_one_misses_none_while_others_write()
    {
        var seen = new List<long>();
        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(
            async () =>
            {
                for (var i = 0; i < 50; i++)
                    await TakenAsync(new Change { Events = [Given.Event($"e-{w}-{i}")], Audit = [Given.Entry($"a-{w}-{i}")] });
            },
            Cancel)));
        while (seen.Count < 400)
            seen.AddRange((await store.GetEventsAfterAsync(seen.LastOrDefault(), 100, Cancel)).Select(e => e.Sequence));
        await writers;

        seen.ShouldBe(Enumerable.Range(1, 400).Select(s => (long)s));
        AuditChain.Verify(await store.GetAuditAfterAsync(0, 1000, Cancel)).Last.Sequence.ShouldBe(400);
    }

    [Fact]
    public async Task A_change_that_breaks_a_rule_is_refused_as_a_bug_and_spares_its_neighbours()
    {
        var (orphan, record) = Given.Commit("orphan", Given.Commit("never stored").Record);
        await TakenAsync(new Change { Audit = [Given.Entry("taken")], Events = [Given.Event("taken")] });
        Change[] bad =
        [
            new Change(),
            new Change { Objects = [new StoredObject(ObjectHash.Of("x"u8), "y"u8.ToArray())] },
            new Change { Commits = [record] },
            new Change { Objects = [orphan], Commits = [record] },
            new Change { Objects = [Given.Commit("g").Object], Commits = [Given.Commit("g").Record with { Generation = 2 }] },
            new Change { Branches = [new(Given.BranchAt("main", ObjectHash.Of("no"u8)), 0)] },
            new Change { Branches = [new(Given.BranchAt("main", record.Id, 5), 0)] },
            new Change { Audit = [Given.Entry("a") with { Sequence = 4 }] },
            new Change { Audit = [Given.Entry("taken")] },
            new Change { Events = [Given.Event("taken")] },
            new Change { Events = [Given.Event("e") with { Sequence = 4 }] },
            new Change { Answer = new(new string('k', 513), "r", "{}", Given.Noon) },
        ];
        var good = Enumerable.Range(0, bad.Length).Select(i => new Change { Events = [Given.Event($"good-{i}")] });

        var tasks = bad.Zip(good, (b, g) => (Bad: CommitAsync(b), Good: CommitAsync(g))).ToList();

        foreach (var (broken, fine) in tasks)
        {
            await Should.ThrowAsync<ArgumentException>(broken);
            (await fine).ShouldBeOfType<CommitOutcome.Committed>();
        }

        (await store.GetEventsAfterAsync(0, 100, Cancel)).Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, bad.Length + 1).Select(s => (long)s));
        (await store.GetBranchesAsync(Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_cancelled_before_it_begins_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await store.CommitAsync(new Change { Events = [Given.Event("e-1")] }, cancelled.Token));

        (await store.GetLastSequenceAsync(Cancel)).ShouldBe(0);
    }

    [Fact]
    public async Task A_store_that_is_closed_takes_nothing_more()
    {
        var other = await OpenAsync();
        await other.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await other.CommitAsync(new Change { Events = [Given.Event("e-1")] }, Cancel));
    }

    [Fact]
    public async Task Compaction_leaves_everything_readable()
    {
        var made = await RealHistory.WriteAsync(store, 40, Cancel);
        var audit = (await store.GetAuditAfterAsync(0, 1_000, Cancel)).Select(CanonicalJson.Literal).ToList();

        var outcome = await store.CompactAsync(CompactionExtent.Whole, Cancel);

        outcome.BytesAfter.ShouldBeLessThanOrEqualTo(outcome.BytesBefore);
        (await store.GetAuditAfterAsync(0, 1_000, Cancel)).Select(CanonicalJson.Literal).ShouldBe(audit);
        foreach (var id in made)
        {
            var commit = (await store.GetCommitAsync(id, Cancel)).ShouldNotBeNull();
            ObjectHash.Of(CanonicalJson.Write(commit.Commit)).ShouldBe(id);
            (await SnapshotLoader.LoadAsync(commit.Commit.Tree, hashes => store.GetObjectsAsync(hashes, Cancel))).Tree.ShouldBe(commit.Commit.Tree);
        }

        (await store.CompactAsync(CompactionExtent.Whole, Cancel)).Objects.ShouldBe(0);
    }

    [Fact]
    public void Every_member_of_the_port_is_called_by_this_contract()
    {
        var called = CalledMembers.Of(typeof(StoreContract));

        typeof(IStore).GetMethods().Select(m => m.Name).Where(name => !called.Contains(name)).ShouldBeEmpty();
    }

    private static void ShouldEqual(CommitRecord? actual, CommitRecord expected) =>
        CanonicalJson.Literal(actual.ShouldNotBeNull()).ShouldBe(CanonicalJson.Literal(expected));

    private async Task<CommitOutcome> CommitAsync(Change change) => await store.CommitAsync(change, Cancel);

    private async Task<CommitOutcome.Committed> TakenAsync(Change change) =>
        (await store.CommitAsync(change, Cancel)).ShouldBeOfType<CommitOutcome.Committed>();

    private async Task<ObjectHash?> HeadAtAsync(int minute) => await store.GetHeadAtAsync(BranchName.Main, Given.Noon.AddMinutes(minute), Cancel);
}
