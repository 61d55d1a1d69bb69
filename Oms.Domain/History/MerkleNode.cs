namespace Oms.Domain.History;

/// <summary>
/// A node of a <see cref="MerkleMap"/>. Immutable once reachable from a map; its hash is worked out when first asked for.
/// </summary>
internal abstract class MerkleNode
{
    private ObjectHash hash;
    private byte[]? digest;

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
                Write();
            return hash;
        }
    }

    /// <summary>True when the hash was worked out already.</summary>
    internal bool IsHashed => !hash.IsEmpty;

    /// <summary>The 32 bytes of the hash; read from its text once.</summary>
    internal ReadOnlySpan<byte> Digest => digest ??= Convert.FromHexString(Hash.Value);

    /// <summary>The bytes of this node, with which its hash is known too.</summary>
    internal byte[] Write()
    {
        var bytes = MerkleEncoding.Write(this);
        if (hash.IsEmpty)
            hash = ObjectHash.Of(bytes);
        return bytes;
    }

    internal abstract IEnumerable<MerkleEntry> Entries();
}
