using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Branches;

/// <summary>
/// The one table of moves between branch states (domain.md 2.2 with its gaps mended: what is ready may be locked again for another
/// indexing, and may fail; what was indexed under locks of parts, and so stayed active, becomes ready as well).
/// </summary>
public static class BranchTransitions
{
    private static readonly FrozenDictionary<BranchState, ImmutableArray<BranchState>> Table =
        new Dictionary<BranchState, ImmutableArray<BranchState>>
        {
            [BranchState.Active] = [BranchState.LockedForWrite, BranchState.Ready, BranchState.Archived, BranchState.Error],
            [BranchState.LockedForWrite] = [BranchState.Active, BranchState.Ready, BranchState.Error],
            [BranchState.Ready] = [BranchState.Active, BranchState.LockedForWrite, BranchState.Archived, BranchState.Error],
            [BranchState.Archived] = [],
            [BranchState.Error] = [BranchState.Active, BranchState.LockedForWrite],
        }.ToFrozenDictionary();

    /// <summary>The states that a branch in this one can go to.</summary>
    public static ImmutableArray<BranchState> From(BranchState state) => Table[state];

    /// <summary>True when a branch can go from one to the other.</summary>
    public static bool IsAllowed(BranchState from, BranchState to) => Table[from].Contains(to);
}
