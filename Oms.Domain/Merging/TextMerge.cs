namespace Oms.Domain.Merging;

/// <summary>Merges two edits of one text where they do not touch: each is taken as one stretch of words, from its first to its last difference.</summary>
internal static class TextMerge
{
    /// <summary>The text with both edits; null where they overlap or meet.</summary>
    internal static string? Merge(string @base, string ours, string theirs)
    {
        var words = Words(@base);
        var (left, right) = (Words(ours), Words(theirs));
        var (oursFrom, oursTo) = Changed(words, left);
        var (theirsFrom, theirsTo) = Changed(words, right);
        if (oursTo < theirsFrom)
            return string.Concat(left[..(left.Count - (words.Count - oursTo))]) + string.Concat(words[oursTo..theirsFrom])
                + string.Concat(right[theirsFrom..]);
        if (theirsTo < oursFrom)
            return string.Concat(right[..(right.Count - (words.Count - theirsTo))]) + string.Concat(words[theirsTo..oursFrom])
                + string.Concat(left[oursFrom..]);
        return null;
    }

    // The stretch of the base that was replaced.
    private static (int From, int To) Changed(List<string> before, List<string> after)
    {
        var from = 0;
        while (from < before.Count && from < after.Count && before[from] == after[from])
            from++;
        var tail = 0;
        while (tail < before.Count - from && tail < after.Count - from && before[before.Count - 1 - tail] == after[after.Count - 1 - tail])
            tail++;
        return (from, before.Count - tail);
    }

    // A word with the white space after it.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
            if (i == text.Length || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
            {
                words.Add(text[start..i]);
                start = i;
            }

        return words;
    }
}
