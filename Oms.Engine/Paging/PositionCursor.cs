using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Oms.Engine.Paging;

/// <summary>
/// Cursors that are positions: base64url of four bytes of position and two that tell the fields of a schema apart. They are not secret; what comes back is
/// checked.
/// </summary>
/// <param name="coordinate">The field.</param>
internal sealed class PositionCursor(string coordinate)
{
    private const int Length = sizeof(int) + sizeof(ushort);
    private const int TextLength = Length / 3 * 4;

    private readonly ushort field = BinaryPrimitives.ReadUInt16LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(coordinate)));

    /// <summary>The cursor of a position.</summary>
    public string Write(int position) => string.Create(TextLength, (position, field), static (text, cursor) =>
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, cursor.position);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[sizeof(int)..], cursor.field);
        Base64Url.EncodeToChars(bytes, text);
    });

    /// <summary>The position of a cursor; false where it is none of the field.</summary>
    public bool TryRead(string cursor, out int position)
    {
        position = 0;
        Span<byte> bytes = stackalloc byte[Length];
        if (cursor.Length != TextLength || !Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length) || length != Length)
            return false;
        position = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return position >= 0 && position < int.MaxValue && BinaryPrimitives.ReadUInt16LittleEndian(bytes[sizeof(int)..]) == field;
    }
}
