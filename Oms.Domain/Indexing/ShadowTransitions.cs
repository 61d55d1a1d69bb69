using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Indexing;

/// <summary>The one table of moves between the states of a shadow index (domain.md 2.4), with the way back from a switch that failed.</summary>
public static class ShadowTransitions
{
    private static readonly FrozenDictionary<ShadowState, ImmutableArray<ShadowState>> Table =
        new Dictionary<ShadowState, ImmutableArray<ShadowState>>
        {
            [ShadowState.Preparing] = [ShadowState.Building, ShadowState.Failed, ShadowState.Cancelled],
            [ShadowState.Building] = [ShadowState.Built, ShadowState.Failed, ShadowState.Cancelled],
            [ShadowState.Built] = [ShadowState.Switching, ShadowState.Failed, ShadowState.Cancelled],
            [ShadowState.Switching] = [ShadowState.Active, ShadowState.Built, ShadowState.Failed],
            [ShadowState.Active] = [ShadowState.Cleanup],
            [ShadowState.Cleanup] = [],
            [ShadowState.Failed] = [ShadowState.Preparing, ShadowState.Cancelled],
            [ShadowState.Cancelled] = [],
        }.ToFrozenDictionary();

    /// <summary>The states that a shadow index in this one can go to.</summary>
    public static ImmutableArray<ShadowState> From(ShadowState state) => Table[state];

    /// <summary>True when it can go from one to the other.</summary>
    public static bool IsAllowed(ShadowState from, ShadowState to) => Table[from].Contains(to);
}
