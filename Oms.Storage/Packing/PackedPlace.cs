using System.Buffers.Binary;

namespace Oms.Storage.Packing;

/// <summary>
/// What stands in a column in the place of bytes that were moved into a pack: 01, the number of the pack (64 bits, big endian) and the place in
/// it (32 bits, big endian). What the store keeps itself is JSON or a node of a Merkle map and never begins with 01.
/// </summary>
internal readonly record struct PackedPlace(long Pack, int Place)
{
    internal const byte Mark = 1;

    private const int Length = 13;

    /// <summary>True when the bytes are such a place, not content.</summary>
    internal static bool Is(ReadOnlySpan<byte> stored) => stored.Length == Length && stored[0] == Mark;

    internal static PackedPlace Read(ReadOnlySpan<byte> stored) => new(BinaryPrimitives.ReadInt64BigEndian(stored[1..]), BinaryPrimitives.ReadInt32BigEndian(stored[9..]));

    internal byte[] Write()
    {
        var bytes = new byte[Length];
        bytes[0] = Mark;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), Pack);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), Place);
        return bytes;
    }
}
