using System.Globalization;

namespace Oms.Domain.History;

/// <summary>Looks at JSON as text, for what the framework's readers only find when a string is taken out: by an exception.</summary>
internal static class JsonText
{
    private const int EscapeLength = 6;

    /// <summary>True when no string holds half a surrogate pair, plain or as an escape.</summary>
    internal static bool IsUnicode(string json)
    {
        for (var i = 0; i < json.Length;)
        {
            var unit = UnitAt(json, i, out var length);
            if (char.IsHighSurrogate(unit))
            {
                if (!char.IsLowSurrogate(UnitAt(json, i + length, out var second)))
                    return false;
                length += second;
            }
            else if (char.IsLowSurrogate(unit))
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    // A backslash takes the next character along, so that an escaped one opens nothing.
    private static char UnitAt(string json, int i, out int length)
    {
        length = i + 1 < json.Length && json[i] == '\\' ? 2 : 1;
        if (i >= json.Length)
            return '\0';
        if (length == 1 || json[i + 1] != 'u' || i + EscapeLength > json.Length
            || !ushort.TryParse(json.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            return json[i];
        length = EscapeLength;
        return (char)unit;
    }
}
