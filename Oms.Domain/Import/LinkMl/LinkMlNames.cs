using System.Text;

namespace Oms.Domain.Import.LinkMl;

/// <summary>API names for the names of LinkML, which are words with spaces, underscores or other signs between them.</summary>
internal static class LinkMlNames
{
    /// <summary>A name such as <c>GeneProduct</c>; empty where there is no letter or digit of ASCII to make one of.</summary>
    internal static string Pascal(string name)
    {
        var joined = new StringBuilder(name.Length + 1);
        foreach (var word in Words(name))
            joined.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return Started(joined, 'N');
    }

    /// <summary>A name such as <c>hasGene</c>; empty where there is no letter or digit of ASCII to make one of.</summary>
    internal static string Camel(string name)
    {
        var words = Words(name);
        if (words.Count == 0)
            return string.Empty;
        var joined = new StringBuilder(name.Length + 1);
        joined.Append(words[0].Any(char.IsAsciiLetterLower) ? char.ToLowerInvariant(words[0][0]) + words[0][1..] : words[0].ToLowerInvariant());
        foreach (var word in words.Skip(1))
            joined.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        return Started(joined, 'n');
    }

    /// <summary>A name as addresses have it, such as <c>has_gene</c> (LinkML: underscore).</summary>
    internal static string Underscored(string name) => string.Join('_', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Started(StringBuilder name, char letter)
    {
        if (name.Length > 0 && char.IsAsciiDigit(name[0]))
            name.Insert(0, letter);
        return name.ToString();
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
            if (i < name.Length && char.IsAsciiLetterOrDigit(name[i]))
                start = start < 0 ? i : start;
            else if (start >= 0)
            {
                words.Add(name[start..i]);
                start = -1;
            }
        return words;
    }
}
