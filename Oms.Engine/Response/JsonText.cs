using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace Oms.Engine.Response;

/// <summary>
/// JSON values as RFC 8259 has them, straight into a <see cref="ResponseBuffer"/>. Strings are escaped only where JSON asks for it
/// (quotation mark, backslash, control characters); lone surrogates become U+FFFD, since UTF-8 cannot hold them.
/// </summary>
internal static class JsonText
{
    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';

    // No UTF-16 code unit becomes more than three bytes of UTF-8, or six as an escape.
    private const int LargestEscape = 6;
    private const int ChunkLength = 1024;

    /// <summary>Writes a name and a string with one look at the room there is.</summary>
    public static void WriteString(ResponseBuffer buffer, ResponseName name, string text)
    {
        if (text.Length > ChunkLength)
        {
            buffer.WriteName(name);
            WriteString(buffer, text);
            return;
        }

        ref var target = ref MemoryMarshal.GetReference(buffer.GetSpan(name.Padded.Length + text.Length + 2));
        ResponseBuffer.CopyName(ref target, name);
        WriteQuoted(buffer, ref Unsafe.Add(ref target, name.Length), text, name.Length);
    }

    public static void WriteString(ResponseBuffer buffer, ReadOnlySpan<char> text)
    {
        if (text.Length <= ChunkLength)
        {
            WriteQuoted(buffer, ref MemoryMarshal.GetReference(buffer.GetSpan(text.Length + 2)), text, 0);
            return;
        }

        buffer.WriteByte(Quote);
        WriteChunks(buffer, text);
        buffer.WriteByte(Quote);
    }

    // Almost every string is plain ASCII: narrow it in one pass and only look closer at where that stops.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteQuoted(ResponseBuffer buffer, ref byte target, ReadOnlySpan<char> text, int before)
    {
        target = Quote;
        var done = NarrowPlainAscii(text, ref Unsafe.Add(ref target, 1));
        if (done == text.Length)
        {
            Unsafe.Add(ref target, done + 1) = Quote;
            buffer.Advance(before + done + 2);
            return;
        }

        buffer.Advance(before + done + 1);
        WriteChunks(buffer, text[done..]);
        buffer.WriteByte(Quote);
    }

    public static void WriteInt64(ResponseBuffer buffer, long value)
    {
        var span = buffer.GetSpan(20);
        Utf8Formatter.TryFormat(value, span, out var written);
        buffer.Advance(written);
    }

    public static void WriteInt32(ResponseBuffer buffer, int value)
    {
        var span = buffer.GetSpan(11);
        if ((uint)value < 10)
        {
            span[0] = (byte)('0' + value);
            buffer.Advance(1);
            return;
        }

        value.TryFormat(span, out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    /// <summary>Writes a number that JSON can express.</summary>
    /// <returns>False for NaN and the infinities, which have no JSON form.</returns>
    public static bool TryWriteDouble(ResponseBuffer buffer, double value)
    {
        if (!double.IsFinite(value))
            return false;
        var span = buffer.GetSpan(32);
        if (!value.TryFormat(span, out var written, "R", System.Globalization.CultureInfo.InvariantCulture))
            return false;
        buffer.Advance(written);
        return true;
    }

    public static void WriteDecimal(ResponseBuffer buffer, decimal value)
    {
        var span = buffer.GetSpan(40);
        value.TryFormat(span, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteBoolean(ResponseBuffer buffer, bool value) => buffer.Write(value ? "true"u8 : "false"u8);

    /// <summary>Copies code units as bytes until the first one that is not ASCII or needs an escape.</summary>
    /// <returns>How many were copied. Up to the next multiple of eight bytes of the target may have been overwritten, never beyond the text's length.</returns>
    private static int NarrowPlainAscii(ReadOnlySpan<char> text, ref byte target)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var length = text.Length;
        var i = 0;
        if (length >= Vector128<ushort>.Count)
        {
            var last = length - Vector128<ushort>.Count;
            while (true)
            {
                var block = Vector128.LoadUnsafe(ref source, (nuint)i);
                if (NeedsCare(block))
                    break;
                Vector128.Narrow(block, block).GetLower().StoreUnsafe(ref target, (nuint)i);
                if (i == last)
                    return length;
                i = Math.Min(i + Vector128<ushort>.Count, last);
            }
        }

        for (; i < length; i++)
        {
            var c = Unsafe.Add(ref source, i);
            if (c - 0x20u >= 0x60u || c == Quote || c == Backslash)
                break;
            Unsafe.Add(ref target, i) = (byte)c;
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool NeedsCare(Vector128<ushort> block)
    {
        // Unsigned wrap-around makes one comparison of "below space or above DEL".
        var outside = Vector128.GreaterThan(block - Vector128.Create((ushort)0x20), Vector128.Create((ushort)0x5F));
        var special = Vector128.Equals(block, Vector128.Create((ushort)Quote)) | Vector128.Equals(block, Vector128.Create((ushort)Backslash));
        return (outside | special) != Vector128<ushort>.Zero;
    }

    private static void WriteChunks(ResponseBuffer buffer, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(EscapedCharacters.Search);
            if (plain < 0)
                plain = text.Length;
            WriteUnescaped(buffer, text[..plain]);
            if (plain == text.Length)
                return;
            WriteEscape(buffer, text[plain]);
            text = text[(plain + 1)..];
        }
    }

    private static void WriteUnescaped(ResponseBuffer buffer, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var count = Math.Min(text.Length, ChunkLength);
            var span = buffer.GetSpan(count * 3);
            var isLast = count == text.Length;
            Utf8.FromUtf16(text[..count], span, out var read, out var written, replaceInvalidSequences: true, isFinalBlock: isLast);
            buffer.Advance(written);
            text = text[read..];
        }
    }

    private static void WriteEscape(ResponseBuffer buffer, char c)
    {
        var span = buffer.GetSpan(LargestEscape);
        span[0] = Backslash;
        var shortForm = c switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => '\0',
        };
        if (shortForm != '\0')
        {
            span[1] = (byte)shortForm;
            buffer.Advance(2);
            return;
        }

        span[1] = (byte)'u';
        ((int)c).TryFormat(span[2..], out _, "x4");
        buffer.Advance(LargestEscape);
    }

    private static class EscapedCharacters
    {
        public static readonly SearchValues<char> Search =
            SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(i => (char)i), '"', '\\']);
    }
}
