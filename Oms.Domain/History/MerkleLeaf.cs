using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>At most <see cref="MerkleMap.LeafCapacity"/> entries in the order of ids.</summary>
internal sealed class MerkleLeaf(MerkleEntry[] entries, ObjectHash known = default) : MerkleNode(known)
{
    internal MerkleEntry[] Items { get; } = entries;

    internal override int Count => Items.Length;

    internal override IEnumerable<MerkleEntry> Entries() => Items;

    internal ObjectHash Find(ElementId id)
    {
        foreach (var entry in Items)
            if (entry.Id == id)
                return entry.Hash;
        return default;
    }
}
