using Oms.Domain.Branches;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Branches;

public class BranchTransitionsTests
{
    // Written down by hand, row by row, from domain.md 2.2 and its mended gaps: READY to LOCKED_FOR_WRITE, READY to ERROR, and ACTIVE to
    // READY, for what is indexed under locks of parts stays active meanwhile.
    private static readonly (BranchState From, BranchState To)[] Allowed =
    [
        (BranchState.Active, BranchState.LockedForWrite), (BranchState.Active, BranchState.Archived), (BranchState.Active, BranchState.Error), (BranchState.Active, BranchState.Ready),
        (BranchState.LockedForWrite, BranchState.Ready), (BranchState.LockedForWrite, BranchState.Active), (BranchState.LockedForWrite, BranchState.Error),
        (BranchState.Ready, BranchState.Active), (BranchState.Ready, BranchState.Archived), (BranchState.Ready, BranchState.LockedForWrite), (BranchState.Ready, BranchState.Error),
        (BranchState.Error, BranchState.Active), (BranchState.Error, BranchState.LockedForWrite),
    ];

    [Fact]
    public void Exactly_these_moves_are_allowed()
    {
        foreach (var from in Enum.GetValues<BranchState>())
            foreach (var to in Enum.GetValues<BranchState>())
                BranchTransitions.IsAllowed(from, to).ShouldBe(Allowed.Contains((from, to)), $"{from} to {to}");
    }

    [Fact]
    public void Nothing_leads_out_of_archived() => BranchTransitions.From(BranchState.Archived).ShouldBeEmpty();
}
