using System.Collections.Immutable;
using Oms.Domain.History;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>What the commits of one branch come to, made anew upon another, one after the other.</summary>
/// <param name="Steps">The commits that change something there, oldest first.</param>
/// <param name="Result">All of it together, with every place where the sides met.</param>
/// <param name="StoppedAt">The commit that raised open questions; what follows it was not tried. Null where all went through.</param>
public sealed record Replay(ImmutableArray<ReplayedCommit> Steps, MergeResult Result, CommitRecord? StoppedAt)
{
    /// <summary>The most commits that are made anew in one go (domain.md 3.7).</summary>
    public const int MaxCommits = 1_000;

    /// <summary>
    /// The commits of a branch that another has not, oldest first, along the first parents: what a merge did to its branch is one commit. One
    /// more than <see cref="MaxCommits"/> at most. Cost follows the commits since the histories parted.
    /// </summary>
    /// <param name="ancestry">Walks the history.</param>
    /// <param name="load">A commit by its id.</param>
    /// <param name="bases">Where the histories parted.</param>
    /// <param name="from">The head of the branch whose commits are meant.</param>
    public static async ValueTask<ImmutableArray<CommitRecord>> CommitsAsync(
        Ancestry ancestry, Func<ObjectHash, ValueTask<CommitRecord>> load, ImmutableArray<CommitRecord> bases, CommitRecord from)
    {
        ArgumentNullException.ThrowIfNull(ancestry);
        ArgumentNullException.ThrowIfNull(load);
        var line = ImmutableArray.CreateBuilder<CommitRecord>();
        for (var commit = from; commit is not null && line.Count <= MaxCommits && !await IsCommonAsync(commit);)
        {
            line.Add(commit);
            commit = commit.Commit.Parents is [var parent, ..] ? await load(parent) : null;
        }

        line.Reverse();
        return line.ToImmutable();

        async ValueTask<bool> IsCommonAsync(CommitRecord commit)
        {
            foreach (var common in bases)
                if (commit.Generation <= common.Generation && await ancestry.IsAncestorAsync(commit.Id, common.Id))
                    return true;
            return false;
        }
    }

    /// <summary>Makes the commits anew. Stops at the first that raises an open question.</summary>
    /// <param name="commits">The commits, oldest first.</param>
    /// <param name="ours">The ontology upon which they are made.</param>
    /// <param name="load">The ontology at a commit.</param>
    /// <param name="merge">Merges base, ours and theirs, with the answers that are known.</param>
    public static async ValueTask<Replay> RunAsync(
        ImmutableArray<CommitRecord> commits, Snapshot ours, Func<ObjectHash, ValueTask<Snapshot>> load,
        Func<Snapshot, Snapshot, Snapshot, ValueTask<MergeResult>> merge)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(merge);
        var steps = ImmutableArray.CreateBuilder<ReplayedCommit>();
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        var current = ours;
        foreach (var commit in commits)
        {
            var before = commit.Commit.Parents is [var parent, ..] ? await load(parent) : Snapshot.Empty;
            var result = await merge(before, current, await load(commit.Id));
            conflicts.AddRange(result.Conflicts);
            if (!result.IsClean)
                return new Replay(steps.ToImmutable(), Whole(result.Merged), commit);
            if (result.Changes.IsEmpty)
                continue;
            steps.Add(new ReplayedCommit(commit, result));
            current = result.Merged;
        }

        return new Replay(steps.ToImmutable(), Whole(current), null);

        MergeResult Whole(Snapshot merged) => new(
            merged, TreeDiff.Compare(ours, merged), [.. steps.SelectMany(s => s.Result.Objects)], conflicts.ToImmutable());
    }
}
