using Oms.Domain.Storage;

namespace Oms.Domain.History;

/// <summary>Reads a Merkle map level by level, taking over the subtrees that a map at hand has in the same place.</summary>
internal static class MerkleLoader
{
    internal static async ValueTask<MerkleMap> LoadAsync(ObjectHash root, ObjectSource source, MerkleMap near)
    {
        if (root.IsEmpty)
            return MerkleMap.Empty;
        if (root == near.Root)
            return near;
        var top = new MerkleNode?[1];
        List<Place> level = [new Place(root, top, 0, near.Top)];
        while (level.Count > 0)
        {
            var bytes = await source.ReadAsync([.. level.Select(p => p.Hash).Distinct()]);
            var next = new List<Place>();
            foreach (var place in level)
                Fill(place, bytes[place.Hash].Span, next);
            level = next;
        }

        return new MerkleMap(top[0]);
    }

    private static void Fill(Place place, ReadOnlySpan<byte> bytes, List<Place> next)
    {
        if (MerkleEncoding.ReadLeaf(bytes) is { } entries)
            place.Siblings[place.Index] = new MerkleLeaf(entries, place.Hash);
        else if (MerkleEncoding.ReadBranch(bytes) is var (hashes, count))
            place.Siblings[place.Index] = new MerkleBranch(Children(hashes, place.Near as MerkleBranch, next), count, place.Hash);
        else
            throw new StoreException("STORE_DAMAGED", $"object {place.Hash.Short} is no node of a Merkle map of a version known here");
    }

    private static MerkleNode?[] Children(ObjectHash[] hashes, MerkleBranch? near, List<Place> next)
    {
        var children = new MerkleNode?[MerkleBranch.Width];
        for (var digit = 0; digit < hashes.Length; digit++)
        {
            var old = near?.Children[digit];
            if (old is not null && old.Hash == hashes[digit])
                children[digit] = old;
            else if (!hashes[digit].IsEmpty)
                next.Add(new Place(hashes[digit], children, digit, old));
        }

        return children;
    }

    private readonly record struct Place(ObjectHash Hash, MerkleNode?[] Siblings, int Index, MerkleNode? Near);
}
