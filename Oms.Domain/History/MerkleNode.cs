namespace Oms.Domain.History;

/// <summary>
/// A node of a <see cref="MerkleMap"/>. Immutable once reachable from a map; its hash is worked out when first asked for.
/// </summary>
internal abstract class MerkleNode
{
    private ObjectHash hash;

    /// <summary>Takes the hash where it is known, from the store.</summary>
    protected MerkleNode(ObjectHash known) => hash = known;

    /// <summary>Entries at and under this node.</summary>
    internal abstract int Count { get; }

    internal ObjectHash Hash
    {
        get
        {
            // Two threads may both work it out; they write the same single reference.
            if (hash.IsEmpty)
                hash = ObjectHash.Of(MerkleEncoding.Write(this));
            return hash;
        }
    }

    internal abstract IEnumerable<MerkleEntry> Entries();
}
