using Oms.Domain.Ontology;

namespace Oms.Graph.Ontology;

/// <summary>A text in a language.</summary>
internal sealed record LocalizedString(string Language, string Text)
{
    /// <summary>Every language of a text, in order.</summary>
    internal static IReadOnlyList<LocalizedString> All(LocalizedText text)
    {
        if (text.IsEmpty)
            return [];
        var all = new List<LocalizedString>(text.Texts.Count);
        foreach (var (language, words) in text.Texts)
            all.Add(new(language, words));
        return all;
    }
}
