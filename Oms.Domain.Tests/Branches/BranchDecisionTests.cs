using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Refusals;
using Oms.Domain.Storage;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Given;

namespace Oms.Domain.Tests.Branches;

public class BranchDecisionTests
{
    [Fact]
    public void A_branch_starts_at_the_commit_it_is_made_from_and_copies_nothing()
    {
        var change = Create("feature/y").ShouldBeAccepted();

        change.Objects.ShouldBeEmpty();
        change.Commits.ShouldBeEmpty();
        change.Branches.ShouldHaveSingleItem().ExpectedVersion.ShouldBe(0);
        change.Branches[0].Branch.Head.ShouldBe(FirstCommit);
        change.Branches[0].Branch.CreatedFrom.ShouldBe(BranchName.Main);
        change.Types().ShouldBe([EventTypes.BranchCreated]);
        change.Actions().ShouldBe(["branch.create"]);
        change.Audit[0].Id.ShouldStartWith("audit-oms:branch:feature-y:create:20260301T120000Z:");
    }

    [Fact]
    public void A_name_that_is_taken_is_refused() =>
        new CreateBranch(BranchName.Trusted("feature/x"), "", null, FirstCommit)
            .Decide(By(Role.Developer), Branch(), BranchPolicy.Default).ShouldBeRefused<BranchExists>();

    [Fact]
    public void A_name_that_is_protected_by_rule_asks_for_the_right_to_protect()
    {
        Create("release/1").ShouldBeRefused<NotAuthorized>().Right.ShouldBe("branch:protect");
        new CreateBranch(BranchName.Trusted("release/1"), "", null, FirstCommit)
            .Decide(By(Role.Admin), null, BranchPolicy.Default).After().IsProtected.ShouldBeTrue();
    }

    [Fact]
    public void A_viewer_makes_no_branch() =>
        new CreateBranch(BranchName.Trusted("feature/y"), "", null, FirstCommit)
            .Decide(By(Role.Viewer), null, BranchPolicy.Default).ShouldBeRefused<NotAuthorized>();

    [Fact]
    public void Archiving_is_for_good()
    {
        var archived = new ArchiveBranch("done").Decide(By(Role.Developer), Branch()).After();

        archived.State.ShouldBe(BranchState.Archived);
        archived.Version.ShouldBe(8);
        new ArchiveBranch("again").Decide(By(Role.Admin), archived).ShouldBeRefused<TransitionRefused>().Allowed.ShouldBeEmpty();
        new ProtectBranch(true, "late").Decide(By(Role.Admin), archived).ShouldBeRefused<BranchNotWritable>();
    }

    [Fact]
    public void Main_is_never_archived() => new ArchiveBranch("done").Decide(By(Role.Admin), Branch("main")).ShouldBeRefused<BranchProtected>();

    [Fact]
    public void A_protected_branch_is_archived_only_by_who_may_protect()
    {
        var branch = Branch() with { IsProtected = true };

        new ArchiveBranch("done").Decide(By(Role.Developer), branch).ShouldBeRefused<BranchProtected>();
        new ArchiveBranch("done").Decide(By(Role.Admin), branch).After().State.ShouldBe(BranchState.Archived);
    }

    [Fact]
    public void A_locked_branch_is_not_archived() =>
        new ArchiveBranch("done").Decide(By(Role.Admin), Branch().LockedBy("bob")).ShouldBeRefused<BranchLocked>();

    [Fact]
    public void A_reason_is_asked_for() =>
        new ArchiveBranch(" ").Decide(By(Role.Admin), Branch()).ShouldBeRefused<ValueOutOfRange>().Path.ShouldBe(["reason"]);

    [Fact]
    public void Protection_that_is_there_already_is_nothing_to_do()
    {
        var change = new ProtectBranch(true, "it is live").Decide(By(Role.Admin), Branch()).ShouldBeAccepted();

        change.Types().ShouldBe([EventTypes.BranchProtectionChanged]);
        new ProtectBranch(true, "again").Decide(By(Role.Admin), change.Branches[0].Branch).ShouldBeRefused<NothingChanged>();
    }

    [Fact]
    public void Coming_to_error_ends_the_lock()
    {
        var change = new SetBranchState(BranchState.Error, "the indexer died").Decide(By(Role.Admin), Branch().LockedBy("bob")).ShouldBeAccepted();

        change.Branches[0].Branch.Lock.ShouldBeNull();
        change.Branches[0].Branch.State.ShouldBe(BranchState.Error);
        change.Branches[0].Branch.PreviousState.ShouldBe(BranchState.LockedForWrite);
        change.Types().ShouldBe([EventTypes.LockReleased, EventTypes.BranchStateChanged]);
    }

    [Theory]
    [InlineData(BranchState.Ready)]
    [InlineData(BranchState.LockedForWrite)]
    [InlineData(BranchState.Archived)]
    public void What_has_a_command_of_its_own_is_not_set_by_hand(BranchState state) =>
        new SetBranchState(state, "because").Decide(By(Role.Admin), Branch()).ShouldBeRefused<TransitionRefused>().Allowed.ShouldBe([BranchState.Error]);

    [Fact]
    public void An_error_is_recovered_from_by_hand() =>
        new SetBranchState(BranchState.Active, "looked at").Decide(By(Role.Admin), Branch(state: BranchState.Error)).After()
            .State.ShouldBe(BranchState.Active);

    private static Result<Change> Create(string name) =>
        new CreateBranch(BranchName.Trusted(name), "", BranchName.Main, FirstCommit).Decide(By(Role.Developer), null, BranchPolicy.Default);
}
