using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>The version that two commits are merged against.</summary>
/// <param name="Commits">The newest commits that both have; several after a criss-cross, none for unrelated histories.</param>
/// <param name="Snapshot">Their content, merged where there are several; empty where there is none.</param>
/// <param name="Ahead">Commits that ours has and theirs has not.</param>
/// <param name="Behind">Commits that theirs has and ours has not.</param>
public sealed record MergeBase(ImmutableArray<CommitRecord> Commits, Snapshot Snapshot, int Ahead, int Behind)
{
    /// <summary>Who made the commits that theirs has and ours has not.</summary>
    public ImmutableArray<string> BehindAuthors { get; init; } = [];

    // Criss-crosses of criss-crosses: beyond this depth the newest base stands for all.
    private const int MaxDepth = 8;

    /// <summary>Finds it. Cost follows the commits since the histories parted.</summary>
    /// <param name="ancestry">Walks the history.</param>
    /// <param name="load">The ontology at a commit.</param>
    /// <param name="ours">The commit of our side.</param>
    /// <param name="theirs">The commit of their side.</param>
    public static ValueTask<MergeBase> FindAsync(
        Ancestry ancestry, Func<ObjectHash, ValueTask<Snapshot>> load, ObjectHash ours, ObjectHash theirs) => FindAsync(ancestry, load, ours, theirs, 0);

    private static async ValueTask<MergeBase> FindAsync(
        Ancestry ancestry, Func<ObjectHash, ValueTask<Snapshot>> load, ObjectHash ours, ObjectHash theirs, int depth)
    {
        var divergence = await ancestry.CompareAsync(ours, theirs);
        var commits = divergence.MergeBases;
        if (commits.IsEmpty)
            return new MergeBase([], Snapshot.Empty, divergence.Ahead, divergence.Behind) { BehindAuthors = divergence.BehindAuthors };
        var merged = await load(commits[0].Id);
        if (depth < MaxDepth)
            foreach (var other in commits.Skip(1))
                merged = ThreeWayMerge.VirtualBase(
                    (await FindAsync(ancestry, load, commits[0].Id, other.Id, depth + 1)).Snapshot, merged, await load(other.Id));
        return new MergeBase(commits, merged, divergence.Ahead, divergence.Behind) { BehindAuthors = divergence.BehindAuthors };
    }
}
