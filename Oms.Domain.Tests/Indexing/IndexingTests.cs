using System.Text;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Indexing;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Given;

namespace Oms.Domain.Tests.Indexing;

public class IndexingTests
{
    private static readonly ObjectHash NextCommit = ObjectHash.Of("next"u8);

    [Fact]
    public void An_indexing_of_the_whole_freezes_the_branch_and_makes_it_ready()
    {
        var started = Start(Branch()).After();
        started.State.ShouldBe(BranchState.LockedForWrite);
        started.Locks[0].HeartbeatInterval.ShouldBe(TimeSpan.FromSeconds(120));

        var change = Complete(started).ShouldBeAccepted();
        var ready = change.Branches[0].Branch;
        ready.State.ShouldBe(BranchState.Ready);
        ready.Locks.ShouldBeEmpty();
        ready.Indexes.Length.ShouldBe(8);
        ready.Indexes.ShouldAllBe(i => i.CurrentAt == ready.Head && i.CompletedBy == "funnel");
        change.Types().ShouldBe([EventTypes.IndexingCompleted, EventTypes.LockReleased, EventTypes.BranchStateChanged]);
        change.Actions().ShouldBe(["indexing.complete"]);
    }

    [Fact]
    public void Part_by_part_the_kinds_are_released_and_the_last_makes_it_ready()
    {
        var started = Start(Branch(), ElementKind.ObjectType, ElementKind.LinkType).After();
        started.State.ShouldBe(BranchState.Active);

        var half = Complete(started, ElementKind.ObjectType).After();
        half.State.ShouldBe(BranchState.Active);
        half.Locks.ShouldHaveSingleItem().Scopes.ShouldBe([LockScope.Of(ElementKind.LinkType)]);
        Complete(half, ElementKind.ObjectType).ShouldBeRefused<LockScopeNotHeld>();
        Complete(half, ElementKind.LinkType).After().State.ShouldBe(BranchState.Ready);
    }

    [Fact]
    public void A_change_outside_keeps_it_current_and_one_inside_keeps_it_from_ready()
    {
        var started = Start(Branch(), ElementKind.ObjectType).After();

        Complete(started.WithHead(NextCommit, [Changed("lt-knows")])).After().State.ShouldBe(BranchState.Ready);
        var stale = Complete(started.WithHead(NextCommit, [Changed("ot-person")])).After();
        stale.State.ShouldBe(BranchState.Active);
        stale.Indexes.ShouldHaveSingleItem().CurrentAt.ShouldBe(FirstCommit);
        Complete(started with { Head = NextCommit }).After().State.ShouldBe(BranchState.Active, "a head that moved past the rule is stale");
    }

    [Fact]
    public void A_ready_branch_is_indexed_again_and_is_not_ready_meanwhile()
    {
        Start(Branch(state: BranchState.Ready), ElementKind.ObjectType).After().State.ShouldBe(BranchState.Active);
        Start(Branch(state: BranchState.Ready)).After().State.ShouldBe(BranchState.LockedForWrite);
    }

    [Fact]
    public void A_protected_branch_is_indexed_by_a_service_account_for_it_writes_nothing()
    {
        Complete(Start(Branch("main") with { IsProtected = true }).After()).After().State.ShouldBe(BranchState.Ready);
        Start(Branch(state: BranchState.Archived)).ShouldBeRefused<BranchNotWritable>();
        new LockBranch("mine", null, null).Decide(Funnel(), Branch("main") with { IsProtected = true }, IssuePolicy.Default).ShouldBeRefused<BranchProtected>();
    }

    [Fact]
    public void While_another_indexing_runs_nothing_is_ready()
    {
        var both = Start(Start(Branch(), ElementKind.ObjectType).After(), "second", ElementKind.LinkType).After();

        Complete(both).After().State.ShouldBe(BranchState.Active);
    }

    [Fact]
    public void A_failure_is_an_error_and_releases_everything()
    {
        var started = Start(Branch(), ElementKind.ObjectType).After();

        var change = new FailIndexing("first", "disk full").Decide(Funnel(), started).ShouldBeAccepted();
        change.Branches[0].Branch.State.ShouldBe(BranchState.Error);
        change.Branches[0].Branch.Locks.ShouldBeEmpty();
        change.Types().ShouldContain(EventTypes.IndexingFailed);
    }

    [Fact]
    public void A_dead_indexer_makes_nothing_ready_and_its_late_word_is_refused()
    {
        var started = Start(Branch(state: BranchState.Ready)).After();
        var expired = LockExpiry.Decide(Funnel(Noon.AddSeconds(360)), started).ShouldNotBeNull();

        expired.Branches[0].Branch.State.ShouldBe(BranchState.Active);
        expired.Types().ShouldContain(EventTypes.IndexingFailed);
        new CompleteIndexing("first").Decide(Funnel(Noon.AddSeconds(360)), started).ShouldBeRefused<IndexingNotRunning>();
        new CompleteIndexing("first").Decide(Funnel(Noon.AddSeconds(359)), started).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void An_index_of_less_than_nothing_is_refused()
    {
        var started = Start(Branch()).After();

        new CompleteIndexing("first") { Records = -1 }.Decide(Funnel(), started).ShouldBeRefused<ValueOutOfRange>();
        new CompleteIndexing("first") { SizeBytes = -1 }.Decide(Funnel(), started).ShouldBeRefused<ValueOutOfRange>();
        new CompleteIndexing("first") { Records = 0 }.Decide(Funnel(), started).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Only_the_indexer_itself_reports_with_its_token_and_on_what_it_read()
    {
        var started = Start(Branch()).After();

        new CompleteIndexing("first").Decide(By(Role.ServiceAccount, "other"), started).ShouldBeRefused<LockNotYours>();
        new CompleteIndexing("first").Decide(By(Role.Developer, "funnel"), started).ShouldBeRefused<NotAuthorized>();
        (new CompleteIndexing("first") { FencingToken = 9 }).Decide(Funnel(), started).ShouldBeRefused<FencingTokenStale>();
        (new CompleteIndexing("first") { Commit = NextCommit }).Decide(Funnel(), started).ShouldBeRefused<IndexingStale>();
        (new CompleteIndexing("first") { Commit = FirstCommit, FencingToken = 1 }).Decide(Funnel(), started).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void An_event_is_taken_once_and_a_repeat_with_another_commit_is_none()
    {
        var started = Start(Branch()).After();
        var told = Read("completed", $$"""{"branch_name":"feature/x","indexing_id":"first","commit":"{{FirstCommit.Value}}","status":"success"}""");

        var first = Take(told, started);
        first.Outcome.ShouldBe(IndexingOutcome.Done);
        var mark = first.Change!.Documents.ShouldHaveSingleItem();
        (mark.Key, mark.ExpectedVersion).ShouldBe(("funnel-indexing:e-1", 0));
        var kept = new StoredDocument(mark.Kind, mark.Key, 1, mark.Content);
        Take(told, started, kept).ShouldBe(new IndexingDecision(IndexingOutcome.AlreadyDone, null, []));
        var reused = Take(told with { Commit = NextCommit }, started, kept);
        reused.Outcome.ShouldBe(IndexingOutcome.Ignored);
        reused.Change!.Audit.ShouldHaveSingleItem().ErrorCode.ShouldBe("EVENT_ID_REUSED");
    }

    [Fact]
    public void A_late_event_changes_no_branch_and_is_audited()
    {
        var late = Take(Read("completed", """{"branch_name":"feature/x","indexing_id":"gone"}"""), Branch());

        late.Outcome.ShouldBe(IndexingOutcome.Ignored);
        late.Change!.Branches.ShouldBeEmpty();
        late.Change.Events.ShouldBeEmpty();
        late.Change.Documents.Length.ShouldBe(1);
        late.Change.Audit.ShouldHaveSingleItem().ErrorCode.ShouldBe("INDEXING_NOT_RUNNING");
        Take(Read("failed", """{"branch_name":"nowhere","indexing_id":"x"}"""), null).Refusals[0].ShouldBeOfType<BranchNotFound>();
    }

    [Theory]
    [InlineData("completed", """{"branch_name":"b","indexing_id":"i","status":"failed"}""")]
    [InlineData("completed", """{"branch_name":"b","indexing_id":"i","validation_results":{"passed":false}}""")]
    [InlineData("completed", """{"branch_name":"b","indexing_id":"i","validation_results":{}}""")]
    [InlineData("completed", """{"branch_name":"b","indexing_id":"i","validation_results":1}""")]
    [InlineData("failed", """{"branch_name":"b","indexing_id":"i"}""")]
    public void What_does_not_say_that_it_passed_has_failed(string phase, string data) => Read(phase, data).Phase.ShouldBe(FunnelPhase.Failed);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"funnel.indexing.done","data":{}}""")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"funnel.indexing.failed","data":[]}""")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"funnel.indexing.failed","data":{"branch_name":"b"}}""")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"funnel.indexing.failed","data":{"branch_name":"b","indexing_id":"i","resource_types":["cat"]}}""")]
    [InlineData("""{"specversion":"1.0","id":"1","type":"funnel.indexing.failed","data":{"branch_name":"b","indexing_id":"i","commit":"zz"}}""")]
    public void What_is_no_event_is_refused(string text) =>
        FunnelEventReader.Read(Encoding.UTF8.GetBytes(text)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<MalformedEvent>();

    [Fact]
    public void Deep_nesting_is_refused() =>
        FunnelEventReader.Read(Encoding.UTF8.GetBytes(new string('[', 100_000))).Refusals[0].ShouldBeOfType<MalformedEvent>();

    [Fact]
    public void The_names_of_the_pipeline_are_read()
    {
        var told = Read("progress", """{"branch_name":"b","indexing_id":"i","indexed_resource_types":["object_type","LINK_TYPE"],"records_indexed":5,"progress_percent":30,"progress_message":"x"}""");

        told.Kinds.ShouldBe([ElementKind.ObjectType, ElementKind.LinkType]);
        told.Records.ShouldBe(5);
        told.Progress.ShouldBe(new LockProgress(30, "x"));
    }

    [Fact]
    public void A_branch_is_merged_by_itself_only_when_everything_is_known_to_be_good()
    {
        var ready = Complete(Start(Branch()).After()).After();
        var good = new AutoMergeFacts { IsEnabled = true, MissingApprovals = 0, FailingChecks = 0, Conflicts = 0 };

        AutoMerge.Unmet(ready, good).ShouldBeEmpty();
        AutoMerge.Unmet(Branch(), new AutoMergeFacts()).Select(u => u.Condition).ShouldBe(
            [AutoMergeCondition.PolicyEnabled, AutoMergeCondition.IndexingCompleted, AutoMergeCondition.ApprovalReceived, AutoMergeCondition.AllTestsPassed, AutoMergeCondition.NoConflicts]);
        AutoMerge.Unmet(ready with { Head = NextCommit }, good).ShouldHaveSingleItem().Condition.ShouldBe(AutoMergeCondition.IndexingCompleted);
        AutoMerge.Unmet(ready, good with { Conflicts = 2 }).ShouldHaveSingleItem().Reason.ShouldBe("2 conflicts stand in the way.");
        AutoMerge.Unmet(ready with { Locks = [HeldBy("bob", null, 9, LockScope.Of(ElementKind.LinkType))] }, good).ShouldHaveSingleItem().Condition.ShouldBe(AutoMergeCondition.NotLocked);
    }

    private static CommandContext Funnel(DateTimeOffset? at = null) => By(Role.ServiceAccount, "funnel", at);

    private static Result<Change> Start(Branch branch, params ElementKind[] kinds) => Start(branch, "first", kinds);

    private static Result<Change> Start(Branch branch, string id, params ElementKind[] kinds) =>
        (new StartIndexing("nightly", [.. kinds]) { IndexingId = id }).Decide(Funnel(), branch, IssuePolicy.Default);

    private static Result<Change> Complete(Branch branch, params ElementKind[] kinds) =>
        (new CompleteIndexing("first") { Kinds = [.. kinds] }).Decide(Funnel(), branch);

    private static ElementChange Changed(string id) => new(ElementId.Trusted(id), ChangeOperation.Update, id, FirstCommit, FirstCommit);

    private static FunnelEvent Read(string phase, string data) => FunnelEventReader.Read(Encoding.UTF8.GetBytes(
        $$"""{"specversion":"1.0","id":"e-1","source":"funnel-service","type":"com.oms.funnel.indexing.{{phase}}","data":{{data}}}""")).ShouldBeAccepted();

    private static IndexingDecision Take(FunnelEvent told, Branch? branch, StoredDocument? mark = null) =>
        IndexingInbox.Decide(Funnel(), "funnel-indexing", told, branch, mark, IssuePolicy.Default);
}
