using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>
/// The bytes of a trie node, version 1. A leaf: <c>M1L</c>, the number of entries in one byte, then for each the length of the id in one
/// byte, the id in ASCII and the 32 bytes of the hash. A branch: <c>M1B</c>, a bit for each child that is there (16 bits, big endian,
/// the lowest for digit 0), then for each of those its number of entries (32 bits, big endian) and its hash.
/// </summary>
internal static class MerkleEncoding
{
    private const int Header = 3;

    private static ReadOnlySpan<byte> LeafMark => "M1L"u8;

    private static ReadOnlySpan<byte> BranchMark => "M1B"u8;

    internal static byte[] Write(MerkleNode node) => node is MerkleLeaf leaf ? WriteLeaf(leaf) : WriteBranch((MerkleBranch)node);

    /// <summary>The entries when the bytes are a leaf, else null.</summary>
    internal static MerkleEntry[]? ReadLeaf(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(LeafMark))
            return null;
        var entries = new MerkleEntry[bytes[Header]];
        var rest = bytes[(Header + 1)..];
        for (var i = 0; i < entries.Length; i++)
        {
            var length = rest[0];
            var id = ElementId.Trusted(Encoding.ASCII.GetString(rest.Slice(1, length)));
            entries[i] = new MerkleEntry(id, ReadHash(rest[(1 + length)..]));
            rest = rest[(1 + length + SHA256.HashSizeInBytes)..];
        }

        return entries;
    }

    /// <summary>The sixteen children's hashes and the number of entries in all, when the bytes are a branch, else null.</summary>
    internal static (ObjectHash[] Children, int Count)? ReadBranch(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(BranchMark))
            return null;
        var present = BinaryPrimitives.ReadUInt16BigEndian(bytes[Header..]);
        var rest = bytes[(Header + 2)..];
        var children = new ObjectHash[MerkleBranch.Width];
        var count = 0;
        for (var digit = 0; digit < MerkleBranch.Width; digit++)
        {
            if ((present & (1 << digit)) == 0)
                continue;
            count += BinaryPrimitives.ReadInt32BigEndian(rest);
            children[digit] = ReadHash(rest[4..]);
            rest = rest[(4 + SHA256.HashSizeInBytes)..];
        }

        return (children, count);
    }

    private static byte[] WriteLeaf(MerkleLeaf leaf)
    {
        var length = Header + 1;
        foreach (var entry in leaf.Items)
            length += 1 + entry.Id.Value.Length + SHA256.HashSizeInBytes;
        var bytes = new byte[length];
        LeafMark.CopyTo(bytes);
        bytes[Header] = (byte)leaf.Items.Length;
        var rest = bytes.AsSpan(Header + 1);
        foreach (var entry in leaf.Items)
        {
            rest[0] = (byte)Encoding.ASCII.GetBytes(entry.Id.Value, rest[1..]);
            rest = rest[(1 + rest[0])..];
            WriteHash(entry.Hash, rest);
            rest = rest[SHA256.HashSizeInBytes..];
        }

        return bytes;
    }

    private static byte[] WriteBranch(MerkleBranch branch)
    {
        var present = 0;
        for (var digit = 0; digit < MerkleBranch.Width; digit++)
            present |= branch.Children[digit] is null ? 0 : 1 << digit;
        var bytes = new byte[Header + 2 + (BitOperations.PopCount((uint)present) * (4 + SHA256.HashSizeInBytes))];
        BranchMark.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(Header), (ushort)present);
        var rest = bytes.AsSpan(Header + 2);
        foreach (var child in branch.Children)
        {
            if (child is null)
                continue;
            BinaryPrimitives.WriteInt32BigEndian(rest, child.Count);
            child.Digest.CopyTo(rest[4..]);
            rest = rest[(4 + SHA256.HashSizeInBytes)..];
        }

        return bytes;
    }

    private static ObjectHash ReadHash(ReadOnlySpan<byte> bytes) =>
        ObjectHash.Trusted(Convert.ToHexStringLower(bytes[..SHA256.HashSizeInBytes]));

    private static void WriteHash(ObjectHash hash, Span<byte> into) => Convert.FromHexString(hash.Value, into, out _, out _);
}
