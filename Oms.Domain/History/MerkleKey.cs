using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Oms.Domain.Ontology;

namespace Oms.Domain.History;

/// <summary>The place of an id in the trie: the SHA-256 of its UTF-8 bytes, read as 64 hexadecimal digits.</summary>
[InlineArray(SHA256.HashSizeInBytes)]
internal struct MerkleKey : IComparable<MerkleKey>
{
    /// <summary>The longest id that is ever stored, in characters, all ASCII.</summary>
    internal const int LongestId = 67;

    private byte first;

    internal static MerkleKey Of(ElementId id)
    {
        Span<byte> text = stackalloc byte[4 * LongestId];
        var length = Encoding.UTF8.GetBytes(id.Value, text);
        var key = default(MerkleKey);
        ObjectHash.Digest(text[..length], key);
        return key;
    }

    internal readonly int Digit(int depth) => (depth & 1) == 0 ? this[depth >> 1] >> 4 : this[depth >> 1] & 15;

    public readonly int CompareTo(MerkleKey other) => ((ReadOnlySpan<byte>)this).SequenceCompareTo(other);
}
