using System.Collections.Immutable;

namespace Oms.Domain.History;

/// <summary>Which objects an object leads to: the children of a node of a Merkle map, and the definitions that its leaves name.</summary>
public static class ObjectReach
{
    /// <summary>The objects that these bytes name as a node of a Merkle map; none where they are no node.</summary>
    public static ImmutableArray<ObjectHash> Of(ReadOnlySpan<byte> bytes)
    {
        if (MerkleEncoding.ReadLeaf(bytes) is { } entries)
            return [.. entries.Select(e => e.Hash)];
        return MerkleEncoding.ReadBranch(bytes) is var (children, _) ? [.. children.Where(c => !c.IsEmpty)] : [];
    }
}
