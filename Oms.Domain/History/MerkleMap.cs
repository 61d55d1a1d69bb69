using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>
/// A persistent map from element id to the hash of its definition, whose root hash names its whole content. It is a trie over the
/// hexadecimal digits of the SHA-256 of the id: a subtree of at most <see cref="LeafCapacity"/> entries is one leaf, every other one
/// a branch of sixteen. The shape follows from the content alone, never from the order of writes, so equal content has an equal root,
/// and two maps are compared by entering only subtrees that differ. A write makes new nodes on its path only.
/// </summary>
public sealed class MerkleMap
{
    /// <summary>The most entries that one leaf holds.</summary>
    public const int LeafCapacity = 16;

    /// <summary>The map without entries; its root is the empty hash.</summary>
    public static readonly MerkleMap Empty = new(null);

    internal MerkleMap(MerkleNode? top) => Top = top;

    /// <summary>The hash of the top node; empty for the empty map.</summary>
    public ObjectHash Root => Top?.Hash ?? default;

    /// <summary>How many entries there are.</summary>
    public int Count => Top?.Count ?? 0;

    /// <summary>Every entry, in an order that depends on the content alone.</summary>
    public IEnumerable<MerkleEntry> Entries => Top is null ? [] : Top.Entries();

    internal MerkleNode? Top { get; }

    /// <summary>The hash under an id; the empty hash where there is none.</summary>
    public ObjectHash Find(ElementId id)
    {
        if (Top is null || id.Value.Length > MerkleKey.LongestId)
            return default;
        var key = MerkleKey.Of(id);
        var node = Top;
        for (var depth = 0; node is MerkleBranch branch; depth++)
            node = branch.Children[key.Digit(depth)];
        return node is MerkleLeaf leaf ? leaf.Find(id) : default;
    }

    /// <summary>
    /// This map with these writes, O(writes * log n). An entry with the empty hash takes the id out. Of two writes to one id the last holds.
    /// </summary>
    public MerkleMap With(IEnumerable<MerkleEntry> writes)
    {
        var last = new Dictionary<ElementId, ObjectHash>();
        foreach (var write in writes)
            last[write.Id] = write.Hash;
        var keyed = new KeyedEntry[last.Count];
        var next = 0;
        foreach (var (id, hash) in last)
            keyed[next++] = new KeyedEntry(MerkleKey.Of(id), new MerkleEntry(id, hash));
        Array.Sort(keyed);
        var top = MerkleWriter.Apply(Top, keyed, 0);
        return ReferenceEquals(top, Top) ? this : new MerkleMap(top);
    }

    /// <summary>The nodes of this map that <paramref name="before"/> has not in the same place, as objects to store.</summary>
    public ImmutableArray<StoredObject> NodesSince(MerkleMap before)
    {
        var nodes = ImmutableArray.CreateBuilder<StoredObject>();
        MerkleComparison.CollectNew(before.Top, Top, nodes);
        return nodes.ToImmutable();
    }

    /// <summary>What differs from <paramref name="before"/>, in the order of ids; subtrees of equal hash are not entered.</summary>
    public ImmutableArray<MerkleDifference> DifferencesFrom(MerkleMap before)
    {
        var differences = new List<MerkleDifference>();
        MerkleComparison.Compare(before.Top, Top, differences);
        differences.Sort((a, b) => a.Id.CompareTo(b.Id));
        return [.. differences];
    }
}
