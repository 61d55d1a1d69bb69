using System.Buffers;
using System.Text.Json;

namespace Oms.Engine.AspNetCore;

/// <summary>
/// Finds <c>\uD800</c> to <c>\uDFFF</c> escapes that make no pair. JSON's grammar lets them pass, but they are no text, and unescaping them
/// throws.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>Whether the reader stands on a string or name that has one.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>Whether it does.</returns>
    public static bool IsIn(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && IsIn(reader.ValueSpan);

    private static bool IsIn(ReadOnlySpan<byte> text)
    {
        for (var at = text.IndexOf((byte)'\\'); at >= 0; at = Next(text, at))
        {
            var unit = Unit(text, at);
            if (char.IsLowSurrogate(unit))
                return true;
            if (!char.IsHighSurrogate(unit))
                continue;
            if (!char.IsLowSurrogate(Unit(text, at + EscapeLength)))
                return true;
            at += EscapeLength;
        }

        return false;
    }

    private static int Next(ReadOnlySpan<byte> text, int at)
    {
        var start = Math.Min(text.Length, at + 2);
        var offset = text[start..].IndexOf((byte)'\\');
        return offset < 0 ? -1 : start + offset;
    }

    private static char Unit(ReadOnlySpan<byte> text, int at)
    {
        if (text.Length < at + EscapeLength || text[at] != '\\' || text[at + 1] != 'u')
            return '\0';
        Span<byte> pair = stackalloc byte[2];
        return Convert.FromHexString(text.Slice(at + 2, 4), pair, out _, out _) == OperationStatus.Done ? (char)((pair[0] << 8) | pair[1]) : '\0';
    }
}
