using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>Applies sorted writes to a trie. Recursion goes one hexadecimal digit deeper each time, so at most 64 deep.</summary>
internal static class MerkleWriter
{
    internal static MerkleNode? Apply(MerkleNode? node, ReadOnlySpan<KeyedEntry> writes, int depth) => node switch
    {
        _ when writes.IsEmpty => node,
        MerkleBranch branch => ApplyToBranch(branch, writes, depth),
        MerkleLeaf leaf => ApplyToLeaf(leaf, writes, depth),
        _ => Build([.. writes.ToArray().Where(w => !w.Entry.Hash.IsEmpty)], depth),
    };

    private static MerkleNode? ApplyToBranch(MerkleBranch branch, ReadOnlySpan<KeyedEntry> writes, int depth)
    {
        MerkleNode?[]? children = null;
        var count = branch.Count;
        for (var digit = 0; !writes.IsEmpty; digit++)
        {
            var mine = TakeDigit(ref writes, depth, digit);
            var old = branch.Children[digit];
            var made = Apply(old, mine, depth + 1);
            if (ReferenceEquals(made, old))
                continue;
            children ??= [.. branch.Children];
            children[digit] = made;
            count += (made?.Count ?? 0) - (old?.Count ?? 0);
        }

        if (children is null)
            return branch;
        return count > MerkleMap.LeafCapacity ? new MerkleBranch(children, count) : Collapse(children, count);
    }

    // Where an id stands in the trie is a hash to work out: only a leaf that grows too full asks for it.
    private static MerkleNode? ApplyToLeaf(MerkleLeaf leaf, ReadOnlySpan<KeyedEntry> writes, int depth)
    {
        if (Overwritten(leaf.Items, writes) is { } overwritten)
            return ReferenceEquals(overwritten, leaf.Items) ? leaf : new MerkleLeaf(overwritten);
        var entries = leaf.Items.ToDictionary(e => e.Id, e => e.Hash);
        var changed = false;
        foreach (var write in writes)
            changed |= Put(entries, write.Entry);
        if (!changed)
            return leaf;
        MerkleEntry[] left = [.. entries.Select(e => new MerkleEntry(e.Key, e.Value))];
        return left.Length <= MerkleMap.LeafCapacity ? left.Length == 0 ? null : Leaf(left) : Build(Keyed(left), depth);
    }

    // Most writes change what is there: the entries stay where they are. Null where one comes or goes.
    private static MerkleEntry[]? Overwritten(MerkleEntry[] entries, ReadOnlySpan<KeyedEntry> writes)
    {
        var made = entries;
        foreach (var write in writes)
        {
            var at = PositionOf(write.Entry.Id, entries);
            if (at < 0 || write.Entry.Hash.IsEmpty)
                return null;
            if (made[at].Hash == write.Entry.Hash)
                continue;
            if (ReferenceEquals(made, entries))
                made = [.. entries];
            made[at] = write.Entry;
        }

        return made;
    }

    private static int PositionOf(ElementId id, MerkleEntry[] entries)
    {
        for (var i = 0; i < entries.Length; i++)
            if (entries[i].Id == id)
                return i;
        return -1;
    }

    private static bool Put(Dictionary<ElementId, ObjectHash> entries, MerkleEntry write)
    {
        if (write.Hash.IsEmpty)
            return entries.Remove(write.Id);
        if (entries.TryGetValue(write.Id, out var old) && old == write.Hash)
            return false;
        entries[write.Id] = write.Hash;
        return true;
    }

    private static KeyedEntry[] Keyed(MerkleEntry[] entries)
    {
        var keyed = Array.ConvertAll(entries, e => new KeyedEntry(MerkleKey.Of(e.Id), e));
        Array.Sort(keyed);
        return keyed;
    }

    private static MerkleNode? Build(ReadOnlySpan<KeyedEntry> sorted, int depth)
    {
        if (sorted.IsEmpty)
            return null;
        if (sorted.Length <= MerkleMap.LeafCapacity)
            return Leaf([.. sorted.ToArray().Select(e => e.Entry)]);
        var children = new MerkleNode?[MerkleBranch.Width];
        var count = sorted.Length;
        for (var digit = 0; !sorted.IsEmpty; digit++)
            children[digit] = Build(TakeDigit(ref sorted, depth, digit), depth + 1);
        return new MerkleBranch(children, count);
    }

    private static MerkleLeaf? Collapse(MerkleNode?[] children, int count) =>
        count == 0 ? null : Leaf([.. children.SelectMany(c => c is null ? [] : c.Entries())]);

    private static MerkleLeaf Leaf(MerkleEntry[] entries)
    {
        Array.Sort(entries, (a, b) => a.Id.CompareTo(b.Id));
        return new MerkleLeaf(entries);
    }

    private static ReadOnlySpan<KeyedEntry> TakeDigit(ref ReadOnlySpan<KeyedEntry> sorted, int depth, int digit)
    {
        var length = 0;
        while (length < sorted.Length && sorted[length].Key.Digit(depth) == digit)
            length++;
        var taken = sorted[..length];
        sorted = sorted[length..];
        return taken;
    }
}
