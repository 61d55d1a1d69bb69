using System.Collections.Frozen;

namespace Oms.Domain.Ontology.Naming;

/// <summary>Takes names apart into words and joins words to names.</summary>
internal static class NameWords
{
    private static readonly FrozenSet<string> Acronyms = new[]
    {
        "API", "CPU", "CSS", "CSV", "DNS", "GPS", "HTML", "HTTP", "HTTPS", "IBAN", "ID", "IP", "ISBN", "ISO", "JSON", "JWT", "PDF", "REST", "RPC",
        "SKU", "SQL", "SSH", "SSL", "TCP", "TLS", "UDP", "UI", "URI", "URL", "UTC", "UUID", "VAT", "VIN", "XML", "YAML",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words: split at underscores, where a capital follows a small letter or digit, and before a capital that starts a word.</summary>
    internal static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !IsBoundary(name, i))
                continue;
            var word = name[start..i].Trim('_');
            if (word.Length > 0)
                words.Add(word);
            start = i;
        }

        return words;
    }

    internal static string Join(IReadOnlyList<string> words, NamePattern pattern) => pattern switch
    {
        NamePattern.CamelCase => string.Concat(words.Select((w, i) => i == 0 ? w.ToLowerInvariant() : Capital(w))),
        NamePattern.PascalCase => string.Concat(words.Select(Capital)),
        NamePattern.SnakeCase => string.Join('_', words).ToLowerInvariant(),
        NamePattern.UpperSnakeCase => string.Join('_', words).ToUpperInvariant(),
        NamePattern.LowerCase => string.Concat(words).ToLowerInvariant(),
        _ => string.Concat(words).ToUpperInvariant(),
    };

    internal static bool Follows(string name, NamePattern pattern) => pattern switch
    {
        NamePattern.CamelCase => char.IsAsciiLetterLower(name[0]) && !name.Contains('_'),
        NamePattern.PascalCase => char.IsAsciiLetterUpper(name[0]) && !name.Contains('_'),
        NamePattern.SnakeCase => !name.Any(char.IsAsciiLetterUpper),
        NamePattern.UpperSnakeCase => !name.Any(char.IsAsciiLetterLower),
        NamePattern.LowerCase => !name.Any(c => char.IsAsciiLetterUpper(c) || c == '_'),
        _ => !name.Any(c => char.IsAsciiLetterLower(c) || c == '_'),
    };

    private static bool IsBoundary(string name, int i) => name[i] == '_' || name[i - 1] == '_'
        || (char.IsAsciiLetterUpper(name[i]) && !char.IsAsciiLetterUpper(name[i - 1]))
        || (char.IsAsciiLetterUpper(name[i]) && i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]));

    private static string Capital(string word) =>
        Acronyms.Contains(word.ToUpperInvariant()) ? word.ToUpperInvariant() : char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();
}
