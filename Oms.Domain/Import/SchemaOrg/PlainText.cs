using System.Net;
using System.Text;

namespace Oms.Domain.Import.SchemaOrg;

/// <summary>Comments without their mark-up: HTML tags and entities, and double brackets around names of terms.</summary>
internal static class PlainText
{
    /// <summary>The text; what is no mark-up stays as it is.</summary>
    internal static string Of(string marked)
    {
        var plain = new StringBuilder(marked.Length);
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '<' && TagEnd(marked, i) is > 0 and var end)
            {
                if (IsBreak(marked.AsSpan(i + 1, end - i - 1)))
                    plain.Append('\n');
                i = end;
            }
            else if (marked.AsSpan(i).StartsWith("[[") || marked.AsSpan(i).StartsWith("]]"))
                i++;
            else
                plain.Append(marked[i]);
        }

        return Clean(WebUtility.HtmlDecode(plain.ToString()));
    }

    // A tag starts with a letter or slash at once; '<' in "a < b" is none.
    private static int TagEnd(string text, int start)
    {
        var first = start + 1 < text.Length && text[start + 1] == '/' ? start + 2 : start + 1;
        if (first >= text.Length || !char.IsAsciiLetter(text[first]))
            return -1;
        var end = text.IndexOf('>', first);
        return end > 0 && end - start <= 500 ? end : -1;
    }

    private static bool IsBreak(ReadOnlySpan<char> tag) =>
        tag.StartsWith("br", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("/p", StringComparison.OrdinalIgnoreCase)
        || tag.StartsWith("li", StringComparison.OrdinalIgnoreCase);

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else if (char.IsSurrogate(text[i]))
                clean.Append('\uFFFD');
            else
                clean.Append(char.IsControl(text[i]) && text[i] is not ('\t' or '\n') ? ' ' : text[i]);
        return clean.ToString().Trim();
    }
}
