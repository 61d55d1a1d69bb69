using System.Collections.Immutable;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Merging;

namespace Oms.Graph.Proposals;

/// <summary>What merging two branches would come to, by their heads.</summary>
internal sealed record PredictedMerge
{
    /// <summary>Questions that are told of one prediction, at most.</summary>
    internal const int MaxTold = 20;

    /// <summary>The branch that would be merged into; side by side, the one that comes first by name.</summary>
    internal required BranchName Into { get; init; }

    /// <summary>The branch that would be merged.</summary>
    internal required BranchName From { get; init; }

    /// <summary>True where both are to come into one third branch, and meet there.</summary>
    internal bool IsSideBySide { get; init; }

    /// <summary>The head of <see cref="Into"/> that it is of.</summary>
    internal ObjectHash IntoHead { get; init; }

    /// <summary>The head of <see cref="From"/> that it is of.</summary>
    internal ObjectHash FromHead { get; init; }

    /// <summary>How many questions would wait for somebody; 0 also where there is nothing to merge any more.</summary>
    internal int OpenConflicts { get; init; }

    /// <summary>The first of them.</summary>
    internal ImmutableArray<Conflict> Told { get; init; } = [];

    /// <summary>When it was worked out.</summary>
    internal DateTimeOffset At { get; init; }

    /// <summary>True where the pair is watched no more; it is kept for a while, for those who are still to be told.</summary>
    internal bool IsGone { get; init; }

    /// <summary>Rises with each change that is worth telling.</summary>
    internal long Number { get; init; }
}
