namespace Oms.Graph.Search;

/// <summary>One text that a search looks at, with its small letters made once.</summary>
internal sealed class SearchText
{
    /// <summary>Takes a text in.</summary>
    internal SearchText(SearchField field, string? language, string text)
    {
        Field = field;
        Language = language;
        Text = text;
        Folded = text.ToLowerInvariant();
    }

    /// <summary>Where it stands.</summary>
    internal SearchField Field { get; }

    /// <summary>Its language; null for a name.</summary>
    internal string? Language { get; }

    /// <summary>The text as written.</summary>
    internal string Text { get; }

    /// <summary>The text in small letters, character by character, so that positions are those of <see cref="Text"/>.</summary>
    internal string Folded { get; }

    /// <summary>True when a word starts at this position: after anything but a letter or digit, and at a capital after a small letter.</summary>
    internal bool IsWordStart(int position)
    {
        if (position == 0)
            return true;
        var (before, at) = (Text[position - 1], Text[position]);
        return !char.IsLetterOrDigit(before) || (char.IsLower(before) && char.IsUpper(at));
    }
}
