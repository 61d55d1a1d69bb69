using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Merging;
using Oms.Domain.Ontology;

namespace Oms.Graph.Merging;

/// <summary>What merging two commits comes to, before anything is decided.</summary>
/// <param name="Head">The head that is merged into.</param>
/// <param name="Other">The commit that is merged.</param>
/// <param name="From">The branch that it is of.</param>
/// <param name="Ours">The ontology at the head.</param>
/// <param name="Theirs">The ontology at the other.</param>
/// <param name="Parted">Where they parted.</param>
/// <param name="Result">What merging comes to.</param>
/// <param name="Sources">What was merged, to be merged again with other answers; null where there was nothing to merge.</param>
internal sealed record TriedMerge(
    CommitRecord Head, CommitRecord Other, BranchName From, Snapshot Ours, Snapshot Theirs, MergeBase Parted, MergeResult Result,
    MergeSources? Sources)
{
    /// <summary>Commits that the head has and the other has not.</summary>
    internal int Ahead => Parted.Ahead;

    /// <summary>Commits that the other has and the head has not.</summary>
    internal int Behind => Parted.Behind;

    /// <summary>How it went.</summary>
    internal MergeReport Report => new(Result, Parted.Commits, Ahead == 0) { Sources = Sources };
}
