using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Oms.Domain.History;

/// <summary>The state of one comparison of two commits.</summary>
internal sealed class DivergenceWalk
{
    private readonly Dictionary<ObjectHash, Sides> marks = [];
    private readonly PriorityQueue<CommitRecord, int> open = new();
    private readonly ImmutableArray<CommitRecord>.Builder bases = ImmutableArray.CreateBuilder<CommitRecord>();
    private readonly HashSet<string> behindAuthors = new(StringComparer.Ordinal);
    private int ahead;
    private int behind;

    // Open commits that are not under a merge base; when none is left, nothing more can be learnt.
    private int undecided;

    internal void Open(CommitRecord commit, Sides sides)
    {
        marks.Add(commit.Id, sides);
        undecided += IsUndecided(sides) ? 1 : 0;
        open.Enqueue(commit, -commit.Generation);
    }

    /// <summary>Adds to the marks of a commit that is open already; false when it is not known yet.</summary>
    internal bool TryMark(ObjectHash id, Sides sides)
    {
        if (!marks.TryGetValue(id, out var old))
            return false;
        marks[id] = old | sides;
        undecided += (IsUndecided(old | sides) ? 1 : 0) - (IsUndecided(old) ? 1 : 0);
        return true;
    }

    /// <summary>The next commit, and the marks that its parents get.</summary>
    internal bool TryNext([NotNullWhen(true)] out CommitRecord? commit, out Sides sides)
    {
        sides = default;
        commit = null;
        if (undecided == 0 || !open.TryDequeue(out commit, out _))
            return false;
        sides = marks[commit.Id];
        undecided -= IsUndecided(sides) ? 1 : 0;
        ahead += sides == Sides.First ? 1 : 0;
        behind += sides == Sides.Second ? 1 : 0;
        if (sides == Sides.Second)
            behindAuthors.Add(commit.Commit.Author);
        if (sides == Sides.Both)
        {
            bases.Add(commit);
            sides |= Sides.UnderBase;
        }

        return true;
    }

    internal Divergence Outcome() => new(ahead, behind, bases.ToImmutable()) { BehindAuthors = [.. behindAuthors.Order(StringComparer.Ordinal)] };

    private static bool IsUndecided(Sides sides) => (sides & Sides.UnderBase) == 0;
}
