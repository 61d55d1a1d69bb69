using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Issues;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Given;
using static Oms.Domain.Tests.Ontology.Commits;

namespace Oms.Domain.Tests.History;

public class MakeCommitTests
{
    private static readonly Snapshot People = Snapshot.Empty.After(Create(Type("Person", Text("name"))), Create(Type("Company")));

    [Fact]
    public void A_commit_follows_the_head_and_moves_it()
    {
        var decision = Decide(new RenameElement(Ref("Person"), "Human")).ShouldBeAccepted();

        decision.Commit.Commit.Parents.ShouldBe([FirstCommit]);
        decision.Commit.Commit.Tree.ShouldBe(decision.Edit.After.Tree);
        decision.Commit.Generation.ShouldBe(5);
        decision.Commit.Id.ShouldBe(ObjectHash.Of(CanonicalJson.Write(decision.Commit.Commit)));
        decision.Change.Objects.ShouldContain(o => o.Hash == decision.Commit.Id);
        decision.Branch.Head.ShouldBe(decision.Commit.Id);
        decision.Change.Branches.ShouldHaveSingleItem().ExpectedVersion.ShouldBe(7);
    }

    [Fact]
    public void Each_changed_element_leaves_an_entry_with_before_and_after_beside_the_one_of_the_commit()
    {
        var change = Decide(new RenameElement(Ref("Person"), "Human"), new DeleteElement(Ref("Company")), Create(Type("Place"))).ShouldBeAccepted().Change;

        change.Actions().ShouldBe(["commit.create", "object_type.rename", "object_type.delete", "object_type.create"], ignoreOrder: true);
        change.Audit.ShouldAllBe(e => e.Success && e.Issues.Contains("OMS-1") && e.Commit == change.Commits[0].Id.Value && e.CorrelationId == "request-1");
        var renamed = change.Audit.Single(e => e.Action == "object_type.rename");
        renamed.Before!.Text.ShouldContain("\"Person\"");
        renamed.After!.Text.ShouldContain("\"Human\"");
        change.Audit.Single(e => e.Action == "object_type.delete").After.ShouldBeNull();
        change.Audit.Single(e => e.Action == "object_type.create").Before.ShouldBeNull();
        change.Types().ShouldBe([EventTypes.BranchUpdated, "io.oms.objecttype.updated", "io.oms.objecttype.deleted", "io.oms.objecttype.created"], ignoreOrder: true);
    }

    [Fact]
    public void Each_changed_property_of_an_element_that_stays_is_told_and_those_of_one_that_comes_or_goes_are_not()
    {
        var person = People.Named<ObjectType>("Person");
        var name = person.Properties[0].Id;

        var change = Decide(
            new AddMember(Ref("Person"), Text("email")), new RenameMember(Ref("Person"), name, "fullName"), Create(Type("Place", Text("street"))), new DeleteElement(Ref("Company"))).ShouldBeAccepted().Change;
        var told = change.Events.Where(e => e.Type.Contains(".property.", StringComparison.Ordinal)).ToList();
        told.Select(e => EventTypes.Suffix(e.Type)).ShouldBe(["property.updated", "property.created"], ignoreOrder: true);
        told.Single(e => e.Type == EventTypes.PropertyUpdated).Subject.ShouldBe($"property/{person.Id.Value}/{name.Value}");
        told.Single(e => e.Type == EventTypes.PropertyUpdated).Data.Text.ShouldContain("\"operation\":\"RENAME\"");

        Decide(new UpdateMember(Ref("Person"), name, Json("""{"isRequired":true}"""))).ShouldBeAccepted().Change.Types().ShouldContain(EventTypes.PropertyUpdated);
        Decide(new UpdateElement(Ref("Person"), Json("""{"tags":["x"]}"""))).ShouldBeAccepted().Change.Types().ShouldBe([EventTypes.BranchUpdated, "io.oms.objecttype.updated"]);
        Decide(new RemoveMember(Ref("Person"), name)).ShouldBeAccepted().Change.Types().ShouldContain(EventTypes.PropertyDeleted);
    }

    [Theory]
    [InlineData(BranchUpdatedData.MaxChanges, BranchUpdatedData.MaxChanges)]
    [InlineData(BranchUpdatedData.MaxChanges + 1, 0)]
    public void More_properties_than_the_bound_are_told_by_their_elements_alone(int added, int told) =>
        Decide([.. Enumerable.Range(0, added).Select(i => new AddMember(Ref("Person"), Text($"p{i}")))]).ShouldBeAccepted().Change.Types()
            .Count(t => t == EventTypes.PropertyCreated).ShouldBe(told);

    [Fact]
    public void Another_head_than_expected_is_refused_with_both()
    {
        var other = ObjectHash.Of("other"u8);

        var refusal = Refused<HeadMoved>(Decide(By(Role.Developer), Branch(), c => c with { ExpectedHead = other }));

        refusal.Expected.ShouldBe(other.Value);
        refusal.Actual.ShouldBe(FirstCommit.Value);
    }

    [Fact]
    public void What_changes_nothing_is_refused() =>
        Refused<NothingChanged>(Decide(new UpdateElement(Ref("Person"), Json("{}")))).Branch.ShouldBe("feature/x");

    [Fact]
    public void Everything_that_is_wrong_with_the_input_is_told_at_once()
    {
        var result = Decide(By(Role.Developer), Branch(), c => c with { Message = "", Issues = ["nonsense"] });

        result.Refusals.Select(r => r.GetType()).ShouldBe([typeof(ValueOutOfRange), typeof(IssueInvalid)]);
    }

    [Fact]
    public void A_change_of_content_names_an_issue() =>
        Refused<IssueRequired>(Decide(By(Role.Developer), Branch(), c => c with { Issues = [] }));

    [Fact]
    public void A_developer_does_not_write_to_a_protected_branch_and_an_admin_does()
    {
        Refused<BranchProtected>(Decide(By(Role.Developer), Branch() with { IsProtected = true }));
        Decide(By(Role.Admin), Branch() with { IsProtected = true }).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.ServiceAccount)]
    public void Who_may_not_write_does_not(Role role) => Refused<NotAuthorized>(Decide(By(role), Branch())).Right.ShouldBe("schema:write");

    [Theory]
    [InlineData(BranchState.Archived)]
    [InlineData(BranchState.Error)]
    public void Nobody_writes_what_is_archived_or_in_error(BranchState state) =>
        Refused<BranchNotWritable>(Decide(By(Role.Admin), Branch(state: state))).State.ShouldBe(state);

    [Fact]
    public void Under_a_lock_only_the_holder_who_shows_the_token_writes()
    {
        var locked = Branch().LockedBy("bob");

        Refused<BranchLocked>(Decide(By(Role.Admin), locked));
        Refused<BranchLocked>(Decide(By(Role.Admin), locked, c => c with { FencingToken = 3 }));
        Refused<FencingTokenStale>(Decide(By(Role.Developer, "bob"), locked));
        Refused<FencingTokenStale>(Decide(By(Role.Developer, "bob"), locked, c => c with { FencingToken = 2 }));
        Decide(By(Role.Developer, "bob"), locked, c => c with { FencingToken = 3 }).ShouldBeAccepted()
            .Branch.State.ShouldBe(BranchState.LockedForWrite);
    }

    [Fact]
    public void The_token_of_a_lock_that_ended_writes_nothing()
    {
        var ended = Branch().LockedBy("bob", TimeSpan.Zero);

        Refused<FencingTokenStale>(Decide(By(Role.Developer, "bob"), ended, c => c with { FencingToken = 3 }));
        Decide(By(Role.Developer), ended).ShouldBeAccepted().Change.Actions()[0].ShouldBe("lock.expire");
    }

    [Fact]
    public void A_write_to_a_ready_branch_makes_it_active_for_its_index_is_stale()
    {
        var decision = Decide(By(Role.Developer), Branch(state: BranchState.Ready)).ShouldBeAccepted();

        decision.Branch.State.ShouldBe(BranchState.Active);
        decision.Change.Types().Where(t => t.StartsWith("io.oms.branch.", StringComparison.Ordinal)).ShouldBe([EventTypes.BranchUpdated, EventTypes.BranchStateChanged]);
    }

    [Fact]
    public void An_issue_named_twice_is_kept_once() =>
        Decide(By(Role.Developer), Branch(), c => c with { Issues = ["OMS-1", "OMS-2", "OMS-1"] }).ShouldBeAccepted()
            .Commit.Commit.Issues.ShouldBe(["OMS-1", "OMS-2"]);

    [Fact]
    public void Equal_input_gives_an_equal_commit()
    {
        var one = Decide(new RenameElement(Ref("Person"), "Human")).ShouldBeAccepted();
        var two = Decide(new RenameElement(Ref("Person"), "Human")).ShouldBeAccepted();

        two.Commit.Id.ShouldBe(one.Commit.Id);
        two.Change.Audit.Select(a => a.Id).ShouldBe(one.Change.Audit.Select(a => a.Id));
    }

    private static Result<CommitDecision> Decide(params Operation[] operations) =>
        Decide(By(Role.Developer), Branch(), c => c with { Operations = [.. operations] });

    private static Result<CommitDecision> Decide(CommandContext context, Branch branch, Func<MakeCommit, MakeCommit>? change = null)
    {
        var command = new MakeCommit([new RenameElement(Ref("Person"), "Human")], "why", ["OMS-1"], null, null);
        var head = new CommitRecord(FirstCommit, new Commit { Tree = People.Tree }, 4, []);
        return (change?.Invoke(command) ?? command).Decide(context, branch, head, People, IssuePolicy.Default, new CountingIds());
    }

    private static T Refused<T>(Result<CommitDecision> result) where T : Refusal => result.Refusals.ShouldHaveSingleItem().ShouldBeOfType<T>();
}
