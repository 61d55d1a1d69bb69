namespace Oms.Domain.History;

/// <summary>Bytes under the name of their hash: a definition, a node of a Merkle map, or a commit.</summary>
/// <param name="Hash">The SHA-256 of the bytes.</param>
/// <param name="Bytes">The content; never changed.</param>
public sealed record StoredObject(ObjectHash Hash, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Names these bytes.</summary>
    public static StoredObject Of(ReadOnlyMemory<byte> bytes) => new(ObjectHash.Of(bytes.Span), bytes);
}
