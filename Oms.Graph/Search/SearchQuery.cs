using Oms.Graph.Connections;

namespace Oms.Graph.Search;

/// <summary>What a client looks for, and how well a text answers it.</summary>
internal sealed class SearchQuery
{
    private const int MaxLength = 200;
    private const int Whole = 4;
    private const int Beginning = 3;
    private const int WordBeginning = 2;
    private const int Part = 1;

    private readonly string phrase;
    private readonly string joined;
    private readonly string[] words;

    private SearchQuery(string phrase)
    {
        this.phrase = phrase;
        words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        joined = string.Concat(words);
    }

    /// <summary>Reads the text of a client; error ARGUMENT_OUT_OF_RANGE for one that is empty or too long.</summary>
    internal static SearchQuery Read(string text)
    {
        var phrase = text.Trim().ToLowerInvariant();
        return phrase.Length is > 0 and <= MaxLength
            ? new(phrase)
            : throw QueryError.Of(QueryError.ArgumentOutOfRange, $"`query` must have 1 to {MaxLength} characters besides spaces at its ends, and has {phrase.Length}.");
    }

    /// <summary>How well a text answers, greater is better; 0 when it does not. See the contract's words on <c>search</c>.</summary>
    internal double Score(SearchText text)
    {
        var (rank, closeness) = Rank(text);
        if (rank == 0)
            return 0;
        return text.Field switch
        {
            SearchField.Name => (rank * 10) + 5 + closeness,
            SearchField.DisplayName => (rank * 10) + 3 + closeness,
            // At most 5: below any match of a name or label.
            _ => rank + closeness,
        };
    }

    private (double Rank, double Closeness) Rank(SearchText text)
    {
        var folded = text.Folded;
        var position = folded.IndexOf(phrase, StringComparison.Ordinal);
        if (position >= 0)
            return (RankAt(text, position, phrase), Closeness(phrase, folded));
        if (words.Length == 1)
            return default;
        if (folded == joined)
            return (Whole, 0.99);
        if (folded.StartsWith(joined, StringComparison.Ordinal))
            return (Beginning, Closeness(joined, folded));
        return (RankOfWords(text), Closeness(joined, folded));
    }

    private static int RankAt(SearchText text, int position, string sought)
    {
        if (position == 0)
            return text.Folded.Length == sought.Length ? Whole : Beginning;
        for (; position >= 0; position = text.Folded.IndexOf(sought, position + 1, StringComparison.Ordinal))
            if (text.IsWordStart(position))
                return WordBeginning;
        return Part;
    }

    // All words, in any order: as good as the worst of them, and less than the phrase itself.
    private double RankOfWords(SearchText text)
    {
        var worst = WordBeginning;
        foreach (var word in words)
        {
            var position = text.Folded.IndexOf(word, StringComparison.Ordinal);
            if (position < 0)
                return 0;
            worst = Math.Min(worst, RankAt(text, position, word));
        }

        return worst - 0.5;
    }

    // How much of the text was asked for; below 1.
    private static double Closeness(string sought, string text) => (double)sought.Length / (text.Length + 1);
}
