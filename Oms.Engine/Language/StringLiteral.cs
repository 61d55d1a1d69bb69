using System.Globalization;
using System.Text;

namespace Oms.Engine.Language;

/// <summary>The escapes of string literals (spec 2.9.4).</summary>
internal static class StringLiteral
{
    /// <summary>Reads one escape sequence.</summary>
    /// <param name="text">Text that begins with the backslash.</param>
    /// <param name="codePoint">The character it stands for.</param>
    /// <returns>The length of the sequence; 0 when it is none.</returns>
    public static int ReadEscape(ReadOnlySpan<char> text, out int codePoint)
    {
        codePoint = 0;
        if (text.Length < 2)
            return 0;
        if (text[1] == 'u')
            return text.Length > 2 && text[2] == '{' ? ReadVariableWidth(text, out codePoint) : ReadFixedWidth(text, out codePoint);
        codePoint = text[1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => -1,
        };
        return codePoint < 0 ? 0 : 2;
    }

    /// <summary>Resolves the escapes of the inside of a string that the lexer has accepted.</summary>
    /// <param name="raw">The text between the quotation marks.</param>
    /// <returns>The value.</returns>
    public static string Unescape(ReadOnlySpan<char> raw)
    {
        var escape = raw.IndexOf('\\');
        if (escape < 0)
            return raw.ToString();
        var value = new StringBuilder(raw.Length);
        Span<char> units = stackalloc char[2];
        while (escape >= 0)
        {
            value.Append(raw[..escape]);
            raw = raw[escape..];
            raw = raw[ReadEscape(raw, out var codePoint)..];
            value.Append(units[..new Rune(codePoint).EncodeToUtf16(units)]);
            escape = raw.IndexOf('\\');
        }

        return value.Append(raw).ToString();
    }

    /// <summary>Writes a string literal: what must be escaped is, everything else stands as it is.</summary>
    /// <param name="output">Where to write to.</param>
    /// <param name="value">The value.</param>
    public static void Append(StringBuilder output, string value)
    {
        output.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': output.Append("\\\""); break;
                case '\\': output.Append("\\\\"); break;
                case '\b': output.Append("\\b"); break;
                case '\f': output.Append("\\f"); break;
                case '\n': output.Append("\\n"); break;
                case '\r': output.Append("\\r"); break;
                case '\t': output.Append("\\t"); break;
                case < ' ' or (>= '\x7F' and <= '\x9F'):
                    output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
                    break;
                default: output.Append(c); break;
            }
        }

        output.Append('"');
    }

    private static int ReadVariableWidth(ReadOnlySpan<char> text, out int codePoint)
    {
        const int longest = 12; // the longest sequence that can name a code point, leading zeros included
        codePoint = 0;
        for (var i = 3; i < Math.Min(text.Length, longest); i++)
        {
            if (text[i] == '}')
                return i > 3 && Rune.IsValid(codePoint) ? i + 1 : 0;
            var digit = HexDigit(text[i]);
            if (digit < 0)
                return 0;
            codePoint = (codePoint << 4) | digit;
        }

        return 0;
    }

    private static int ReadFixedWidth(ReadOnlySpan<char> text, out int codePoint)
    {
        codePoint = ReadHex4(text, 2);
        if (codePoint >= 0 && Rune.IsValid(codePoint))
            return 6;
        if (codePoint < 0 || !char.IsHighSurrogate((char)codePoint) || text.Length < 8 || text[6] != '\\' || text[7] != 'u')
            return 0;
        var low = ReadHex4(text, 8);
        if (low < 0 || !char.IsLowSurrogate((char)low))
            return 0;
        codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
        return 12;
    }

    private static int ReadHex4(ReadOnlySpan<char> text, int start)
    {
        if (text.Length < start + 4)
            return -1;
        var value = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = HexDigit(text[i]);
            if (digit < 0)
                return -1;
            value = (value << 4) | digit;
        }

        return value;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
