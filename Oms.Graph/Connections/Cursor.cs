using System.Buffers.Text;
using System.Text;

namespace Oms.Graph.Connections;

/// <summary>Cursors as clients see them: base64url of a few texts. They are not secret, and what comes back is checked.</summary>
internal static class Cursor
{
    private const int MaxLength = 8192;

    /// <summary>A cursor of these texts, which hold no line breaks.</summary>
    internal static string Write(string kind, params ReadOnlySpan<string> texts)
    {
        var joined = new StringBuilder(kind);
        foreach (var text in texts)
            joined.Append('\n').Append(text);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(joined.ToString()));
    }

    /// <summary>The texts of a cursor of this kind; an error where it is not one.</summary>
    internal static string[] Read(string cursor, string kind, int count)
    {
        if (cursor.Length is > 0 and <= MaxLength && TryDecode(cursor, out var text))
        {
            var parts = text.Split('\n');
            if (parts.Length == count + 1 && parts[0] == kind)
                return parts[1..];
        }
        throw Invalid();
    }

    /// <summary>The error for a cursor that this connection did not give.</summary>
    internal static Exception Invalid() => QueryError.Of(
        QueryError.InvalidCursor, "This is no cursor of this connection; take `endCursor` or an edge's `cursor` of the page before, unchanged.");

    /// <summary>The text of base64url; false where it is none, or not UTF-8.</summary>
    internal static bool TryDecode(string encoded, out string text)
    {
        text = string.Empty;
        if (!Base64Url.IsValid(encoded))
            return false;
        try
        {
            text = StrictUtf8.GetString(Base64Url.DecodeFromChars(encoded));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
