namespace Oms.Domain.History;

/// <summary>Sixteen subtrees, some of them empty, that together hold more than <see cref="MerkleMap.LeafCapacity"/> entries.</summary>
internal sealed class MerkleBranch(MerkleNode?[] children, int count, ObjectHash known = default) : MerkleNode(known)
{
    /// <summary>How many children a branch has, one for each hexadecimal digit.</summary>
    internal const int Width = 16;

    internal MerkleNode?[] Children { get; } = children;

    internal override int Count { get; } = count;

    internal override IEnumerable<MerkleEntry> Entries()
    {
        var open = new Stack<MerkleNode>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            if (node is MerkleLeaf leaf)
                foreach (var entry in leaf.Items)
                    yield return entry;
            if (node is MerkleBranch branch)
                for (var digit = Width - 1; digit >= 0; digit--)
                    if (branch.Children[digit] is { } child)
                        open.Push(child);
        }
    }
}
