using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>Walks two tries side by side and enters only what differs. At most 64 deep.</summary>
internal static class MerkleComparison
{
    internal static void CollectNew(MerkleNode? before, MerkleNode? after, ImmutableArray<StoredObject>.Builder nodes)
    {
        if (after is null || ReferenceEquals(before, after) || (after.IsHashed && before?.Hash == after.Hash))
            return;
        // Stands before those under it, and is written after them, when their hashes are known.
        var place = nodes.Count;
        nodes.Add(default!);
        if (after is MerkleBranch branch)
            for (var digit = 0; digit < MerkleBranch.Width; digit++)
                CollectNew((before as MerkleBranch)?.Children[digit], branch.Children[digit], nodes);
        var bytes = after.Write();
        if (before?.Hash == after.Hash)
            nodes.Count = place;
        else
            nodes[place] = new StoredObject(after.Hash, bytes);
    }

    internal static void Compare(MerkleNode? before, MerkleNode? after, List<MerkleDifference> differences)
    {
        if (Same(before, after))
            return;
        if (before is MerkleBranch left && after is MerkleBranch right)
            for (var digit = 0; digit < MerkleBranch.Width; digit++)
                Compare(left.Children[digit], right.Children[digit], differences);
        else if (before is MerkleLeaf old && after is MerkleLeaf now)
            CompareLeaves(old.Items, now.Items, differences);
        else
            CompareEntries(before, after, differences);
    }

    private static void CompareLeaves(MerkleEntry[] before, MerkleEntry[] after, List<MerkleDifference> differences)
    {
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var order = i == before.Length ? 1 : j == after.Length ? -1 : before[i].Id.CompareTo(after[j].Id);
            var (old, now) = (order <= 0 ? before[i++] : default, order >= 0 ? after[j++] : default);
            if (order != 0 || old.Hash != now.Hash)
                differences.Add(new MerkleDifference(order <= 0 ? old.Id : now.Id, old.Hash, now.Hash));
        }
    }

    private static void CompareEntries(MerkleNode? before, MerkleNode? after, List<MerkleDifference> differences)
    {
        var old = new Dictionary<ElementId, ObjectHash>();
        foreach (var entry in before?.Entries() ?? [])
            old.Add(entry.Id, entry.Hash);
        foreach (var entry in after?.Entries() ?? [])
            if (!old.Remove(entry.Id, out var hash) || hash != entry.Hash)
                differences.Add(new MerkleDifference(entry.Id, hash, entry.Hash));
        foreach (var (id, hash) in old)
            differences.Add(new MerkleDifference(id, hash, default));
    }

    private static bool Same(MerkleNode? before, MerkleNode? after) =>
        ReferenceEquals(before, after) || (before is not null && after is not null && before.Hash == after.Hash);
}
