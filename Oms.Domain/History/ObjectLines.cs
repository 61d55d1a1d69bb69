using System.Collections.Immutable;

namespace Oms.Domain.History;

/// <summary>Lists what each commit brought into the store, by lines of kin. Commits come in the order in which they were stored; cost follows what they changed.</summary>
/// <param name="fetch">Reads objects by hash, as <see cref="Storage.IStore.GetObjectsAsync"/>.</param>
public sealed class ObjectLines(Func<IReadOnlyCollection<ObjectHash>, ValueTask<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>>> fetch)
{
    private const int MaxKept = 32;

    private readonly ObjectSource source = new(fetch);
    private readonly Queue<ObjectHash> order = new();
    private readonly Dictionary<ObjectHash, MerkleMap> maps = [];
    private MerkleMap last = MerkleMap.Empty;

    /// <summary>What a commit brought: its own object, the nodes that its first parent's tree has not in their place, the definitions it made.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="parentTree">The tree of its first parent; empty for none.</param>
    /// <exception cref="Storage.StoreException">A node is missing, or is not what its name says.</exception>
    public async ValueTask<IReadOnlyList<ObjectLine>> OfAsync(CommitRecord commit, ObjectHash parentTree)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var before = await LoadAsync(parentTree);
        var after = await LoadAsync(commit.Commit.Tree);
        var lines = new List<ObjectLine> { new("commit", commit.Id) };
        Collect(before.Top, after.Top, "node/", lines);
        foreach (var change in commit.Changes)
            if (!change.After.IsEmpty)
                lines.Add(new ObjectLine(change.Element.Value, change.After));
        return lines;
    }

    // At most 64 deep: a digit of the key each time.
    private static void Collect(MerkleNode? before, MerkleNode? after, string place, List<ObjectLine> lines)
    {
        if (after is null || ReferenceEquals(before, after) || before?.Hash == after.Hash)
            return;
        lines.Add(new ObjectLine(place, after.Hash));
        if (after is MerkleBranch branch)
            for (var digit = 0; digit < MerkleBranch.Width; digit++)
                Collect((before as MerkleBranch)?.Children[digit], branch.Children[digit], place + "0123456789abcdef"[digit], lines);
    }

    private async ValueTask<MerkleMap> LoadAsync(ObjectHash tree)
    {
        if (!maps.TryGetValue(tree, out var map))
        {
            map = await MerkleLoader.LoadAsync(tree, source, last);
            maps[tree] = map;
            order.Enqueue(tree);
            if (order.Count > MaxKept)
                maps.Remove(order.Dequeue());
        }

        return last = map;
    }
}
