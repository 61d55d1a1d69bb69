using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Oms.Domain.Ontology;

/// <summary>
/// A text in several languages, keyed by language tag in lower case (<c>en</c>, <c>ko</c>). Immutable; the default is no text at all.
/// </summary>
[JsonConverter(typeof(LocalizedTextConverter))]
public sealed class LocalizedText
{
    /// <summary>No text in any language.</summary>
    public static readonly LocalizedText None = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Takes texts by language tag; empty texts are left out.</summary>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts) =>
        Texts = texts.Where(t => t.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The texts by language tag, in ordinal order of the tags.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; }

    /// <summary>True when there is no text in any language.</summary>
    public bool IsEmpty => Texts.IsEmpty;

    /// <summary>An English text.</summary>
    public static LocalizedText English(string? text) => string.IsNullOrEmpty(text) ? None : new([new("en", text)]);

    /// <summary>The text in this language, else in English, else in the first language there is, else null.</summary>
    public string? In(string language) =>
        Texts.IsEmpty ? null
        : Texts.TryGetValue(language, out var text) || Texts.TryGetValue("en", out text) ? text : Texts.Values.FirstOrDefault();
}
