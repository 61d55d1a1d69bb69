using System.Text;

namespace Oms.Messaging.CloudEvents;

/// <summary>
/// Attribute values as headers (CloudEvents HTTP binding, section 3.1.3.2): what is no printable ASCII, and the quote and percent signs, stand as
/// percent-encoded UTF-8.
/// </summary>
public static class HeaderText
{
    /// <summary>Encodes a value.</summary>
    public static string Encode(string value)
    {
        if (!value.Any(NeedsEncoding))
            return value;
        var text = new StringBuilder(value.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.IsAscii && !NeedsEncoding((char)rune.Value))
            {
                text.Append((char)rune.Value);
                continue;
            }

            foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
                text.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>Decodes a value.</summary>
    public static string Decode(string value) => value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;

    private static bool NeedsEncoding(char c) => c is <= ' ' or '"' or '%' or > '~';
}
