using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.Issues;
using Oms.Domain.Locks;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Given;

namespace Oms.Domain.Tests.Locks;

public class LockDecisionTests
{
    [Fact]
    public void A_lock_is_a_lease_with_the_next_fencing_token()
    {
        var change = Lock(Branch() with { LastFencingToken = 3 }).ShouldBeAccepted();

        var branch = change.Branches[0].Branch;
        branch.State.ShouldBe(BranchState.LockedForWrite);
        branch.Lock!.Holder.ShouldBe("ada");
        branch.Lock.FencingToken.ShouldBe(4);
        branch.Lock.ExpiresAt.ShouldBe(Noon.AddHours(24));
        change.Types().ShouldBe([EventTypes.LockAcquired, EventTypes.BranchStateChanged]);
        change.Actions().ShouldBe(["lock.acquire"]);
        change.Events.ShouldAllBe(e => !e.Data.Text.Contains("fencingToken"));
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(604_800, true)]
    [InlineData(604_801, false)]
    public void A_lease_lasts_a_minute_to_seven_days(int seconds, bool accepted) =>
        new LockBranch("moving", TimeSpan.FromSeconds(seconds), null).Decide(By(Role.Developer), Branch(), IssuePolicy.Default).IsOk.ShouldBe(accepted);

    [Fact]
    public void A_second_lock_is_refused_with_who_why_until_when_and_what_else()
    {
        var refusal = Lock(Branch().LockedBy("bob", TimeSpan.FromSeconds(90.2))).ShouldBeRefused<BranchLocked>();

        refusal.Holder.ShouldBe("bob");
        refusal.Reason.ShouldBe("moving house");
        refusal.RetryAfterSeconds.ShouldBe(91);
        refusal.Alternatives.Length.ShouldBe(3);
        refusal.Message.ShouldContain("bob");
    }

    [Fact]
    public void A_lock_past_its_end_gives_way_to_the_next()
    {
        var change = Lock(Branch().LockedBy("bob", TimeSpan.Zero)).ShouldBeAccepted();

        change.Types().ShouldBe(
            [EventTypes.LockExpired, EventTypes.BranchStateChanged, EventTypes.LockAcquired, EventTypes.BranchStateChanged]);
        change.Actions().ShouldBe(["lock.expire", "lock.acquire"]);
        change.Audit[0].Actor.ShouldBe(Actor.System);
        change.Branches.ShouldHaveSingleItem().Branch.Lock!.FencingToken.ShouldBe(4);
    }

    [Fact]
    public void A_protected_branch_is_locked_only_by_who_may_write_it()
    {
        Lock(Branch() with { IsProtected = true }).ShouldBeRefused<BranchProtected>();
        new LockBranch("release day", null, null).Decide(By(Role.Admin), Branch() with { IsProtected = true }, IssuePolicy.Default).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(BranchState.Archived)]
    [InlineData(BranchState.Error)]
    public void What_nobody_writes_nobody_locks(BranchState state) => Lock(Branch(state: state)).ShouldBeRefused<BranchNotWritable>();

    [Fact]
    public void A_ready_branch_can_be_locked_again() => Lock(Branch(state: BranchState.Ready)).After().State.ShouldBe(BranchState.LockedForWrite);

    [Fact]
    public void Time_ends_a_lock_into_active_never_into_ready()
    {
        var indexed = Branch(state: BranchState.Ready).LockedBy("bob", TimeSpan.Zero);

        var change = LockExpiry.Decide(By(Role.Viewer), indexed)!;

        change.Branches[0].Branch.State.ShouldBe(BranchState.Active);
        change.Branches[0].Branch.Lock.ShouldBeNull();
        change.Types().ShouldBe([EventTypes.LockExpired, EventTypes.BranchStateChanged]);
        change.Events.ShouldAllBe(e => e.Author == Actor.System.Subject);
        change.Audit.ShouldHaveSingleItem().Actor.ShouldBe(Actor.System);
    }

    [Fact]
    public void A_lock_is_held_up_to_its_end_and_not_at_it()
    {
        var branch = Branch().LockedBy("bob", TimeSpan.FromSeconds(1));

        LockExpiry.Decide(By(Role.Viewer, at: Noon.AddMilliseconds(999)), branch).ShouldBeNull();
        LockExpiry.Decide(By(Role.Viewer, at: Noon.AddSeconds(1)), branch).ShouldNotBeNull();
    }

    [Fact]
    public void Extending_keeps_the_token_and_counts_from_now()
    {
        var branch = new ExtendLock(3, TimeSpan.FromHours(2)).Decide(By(Role.Developer, "bob"), Branch().LockedBy("bob")).After();

        branch.Lock!.ExpiresAt.ShouldBe(Noon.AddHours(2));
        branch.Lock.FencingToken.ShouldBe(3);
    }

    [Fact]
    public void Only_the_holder_with_the_right_token_extends_and_releases()
    {
        var branch = Branch().LockedBy("bob");

        new UnlockBranch(3).Decide(By(Role.Admin), branch).ShouldBeRefused<LockNotYours>().Holder.ShouldBe("bob");
        new UnlockBranch(2).Decide(By(Role.Developer, "bob"), branch).ShouldBeRefused<FencingTokenStale>();
        new ExtendLock(2, TimeSpan.FromHours(1)).Decide(By(Role.Developer, "bob"), branch).ShouldBeRefused<FencingTokenStale>();
        new UnlockBranch(3).Decide(By(Role.Developer, "bob"), branch).After().State.ShouldBe(BranchState.Active);
    }

    [Fact]
    public void What_has_ended_can_not_be_extended_released_or_broken()
    {
        var branch = Branch().LockedBy("bob", TimeSpan.Zero);

        new ExtendLock(3, TimeSpan.FromHours(1)).Decide(By(Role.Developer, "bob"), branch).ShouldBeRefused<BranchNotLocked>();
        new UnlockBranch(3).Decide(By(Role.Developer, "bob"), branch).ShouldBeRefused<BranchNotLocked>();
        new ForceUnlock("stuck").Decide(By(Role.Admin), branch).ShouldBeRefused<BranchNotLocked>();
    }

    [Fact]
    public void Force_unlock_asks_for_its_own_right_and_says_who_did_it()
    {
        var branch = Branch().LockedBy("bob");

        new ForceUnlock("stuck").Decide(By(Role.Developer), branch).ShouldBeRefused<NotAuthorized>().Right.ShouldBe("lock:force-unlock");
        var change = new ForceUnlock("stuck").Decide(By(Role.Admin, "eve"), branch).ShouldBeAccepted();
        change.Branches[0].Branch.State.ShouldBe(BranchState.Active);
        change.Branches[0].Branch.StateReason.ShouldBe("stuck");
        change.Actions().ShouldBe(["lock.force_unlock"]);
        change.Audit[0].Actor.Subject.ShouldBe("eve");
    }

    private static Result<Domain.Storage.Change> Lock(Branch branch) =>
        new LockBranch("moving", null, null).Decide(By(Role.Developer), branch, IssuePolicy.Default);
}
