using Oms.Domain.History;

namespace Oms.Graph.History;

/// <summary>How far two commits have gone from where they were one.</summary>
/// <param name="Ahead">Commits that lead to the first and not to the second.</param>
/// <param name="Behind">Commits that lead to the second and not to the first.</param>
internal readonly record struct Divergence(int Ahead, int Behind)
{
    /// <summary>
    /// Counts. Goes from the newest to the oldest by generation, so that all who follow a commit are known when it is reached, and ends
    /// when only common ancestors are left: cost follows the divergence, not the history.
    /// </summary>
    internal static async ValueTask<Divergence> BetweenAsync(
        CommitLookup commits, ObjectHash first, ObjectHash second, CancellationToken cancellationToken)
    {
        if (first == second)
            return default;
        var sides = new Dictionary<ObjectHash, Side> { [first] = Side.First, [second] = Side.Second };
        var walk = new CommitWalk(commits);
        await walk.AddAsync(first, cancellationToken);
        await walk.AddAsync(second, cancellationToken);
        var (ahead, behind) = (0, 0);
        while (walk.Frontier.Any(id => sides[id] != Side.Both))
        {
            var record = (await walk.NextAsync(cancellationToken))!;
            sides.Remove(record.Id, out var side);
            ahead += side == Side.First ? 1 : 0;
            behind += side == Side.Second ? 1 : 0;
            foreach (var parent in record.Commit.Parents)
                sides[parent] = sides.GetValueOrDefault(parent) | side;
        }

        return new(ahead, behind);
    }

    [Flags]
    private enum Side
    {
        None = 0,
        First = 1,
        Second = 2,
        Both = First | Second,
    }
}
