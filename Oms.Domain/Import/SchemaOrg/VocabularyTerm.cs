namespace Oms.Domain.Import.SchemaOrg;

/// <summary>All that the files say of one term and that the mapping reads.</summary>
/// <param name="Address">The term, with https.</param>
/// <param name="Line">Where it is first spoken of.</param>
internal sealed record VocabularyTerm(string Address, int Line)
{
    internal SortedSet<string> Types { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<string, string> Comments { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> Parents { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> Domains { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> Ranges { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> SupersededBy { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> Inverses { get; } = new(StringComparer.Ordinal);

    internal SortedSet<string> Sections { get; } = new(StringComparer.Ordinal);

    internal string LocalName => Vocabulary.LocalName(Address);

    internal bool IsClass => Types.Contains(Vocabulary.Class);

    internal bool IsProperty => Types.Contains(Vocabulary.Property);
}
