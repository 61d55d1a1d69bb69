using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Refusals;
using Shouldly;
using Xunit;
using static Oms.Domain.Tests.Given;

namespace Oms.Domain.Tests.Audit;

public class RefusedAttemptTests
{
    [Fact]
    public void A_refusal_leaves_one_entry_and_nothing_else()
    {
        var attempt = new RefusedAttempt(TargetTypes.Branch, "main", "archive") { Branch = "main", Issues = ["OMS-1"], Reason = "tidy up" };

        var change = attempt.ToChange(By(Role.Viewer), [new BranchNotFound("main")]);

        change.Branches.ShouldBeEmpty();
        change.Events.ShouldBeEmpty();
        var entry = change.Audit.ShouldHaveSingleItem();
        entry.Success.ShouldBeFalse();
        entry.Action.ShouldBe("branch.archive");
        entry.ErrorCode.ShouldBe("BRANCH_NOT_FOUND");
        entry.Actor.IpAddress.ShouldBe("127.0.0.1");
        entry.Reason.ShouldBe("tidy up");
    }

    [Fact]
    public void Long_texts_of_the_client_are_cut()
    {
        var attempt = new RefusedAttempt(TargetTypes.Branch, new string('x', 100_000), "create") { Reason = new string('y', 100_000) };

        var entry = attempt.ToChange(By(Role.Viewer), [new BranchNameInvalid("x")]).Audit[0];

        entry.TargetId.Length.ShouldBe(500);
        entry.Reason!.Length.ShouldBe(500);
        entry.Id.Length.ShouldBeLessThan(200);
    }
}
