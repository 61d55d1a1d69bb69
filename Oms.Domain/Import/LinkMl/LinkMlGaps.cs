using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Oms.Domain.Import.LinkMl;

/// <summary>Gathers what the files say that the registry has no place for.</summary>
internal sealed class LinkMlGaps
{
    private readonly List<Unmapped> told = [];

    /// <summary>What was gathered, in the order of lines.</summary>
    internal ImmutableArray<Unmapped> Told => [.. told.OrderBy(u => u.Line ?? 0)];

    internal void Add(string subject, string reason, int? line) => told.Add(new Unmapped(subject, reason, line));

    internal void Add(LinkMlDefinition definition, string reason, int? line = null) => Add(definition.Words, reason, line ?? definition.Line);

    /// <summary>Tells of each key that holds something else than it should; what is not understood is kept as an annotation.</summary>
    internal void Rest(string subject, LinkMlMapping body, FrozenSet<string> understood)
    {
        foreach (var entry in body.Entries)
            if (!understood.Contains(entry.Key))
                continue;
            else if (entry.Value is not LinkMlScalar scalar)
            {
                if (LinkMlKeys.Single.Contains(entry.Key))
                    Add(subject, $"A single value was expected for '{entry.Key}'.", entry.Line);
            }
            else if (LinkMlKeys.Truth.Contains(entry.Key) && !scalar.IsNull && scalar.Truth is null)
                Add(subject, $"The value of '{entry.Key}' is neither true nor false.", entry.Line);
    }

    /// <summary>The texts of a list of texts, or of a single one; whatever else stands there is told.</summary>
    internal IEnumerable<LinkMlScalar> Texts(string subject, LinkMlNode? node)
    {
        IEnumerable<LinkMlNode> items = node switch
        {
            null => [],
            LinkMlSequence list => list.Items,
            _ => [node],
        };
        foreach (var item in items)
            if (item is LinkMlScalar { IsNull: false, Text.Length: > 0 } text)
                yield return text;
            else
                Add(subject, "A text was expected here.", item.Line);
    }

    /// <summary>The entries of a mapping of names to mappings, or of a list of mappings that hold their name; whatever else is told.</summary>
    internal IEnumerable<LinkMlEntry> Named(string subject, LinkMlNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case LinkMlMapping mapping:
                return mapping.Entries;
            case LinkMlSequence list:
                return list.Items.Select(item => NamedItem(subject, item)).OfType<LinkMlEntry>().ToList();
            default:
                Add(subject, "A mapping of names was expected here.", node.Line);
                return [];
        }
    }

    /// <summary>The mapping that an entry holds, empty for none; anything else is told.</summary>
    internal LinkMlMapping Body(string subject, LinkMlEntry entry)
    {
        if (entry.Value is LinkMlMapping mapping)
            return mapping;
        if (entry.Value is not LinkMlScalar { IsNull: true })
            Add(subject, $"What is said of '{Shortened(entry.Key)}' is no mapping of keys to values.", entry.Line);
        return LinkMlMapping.Empty(entry.Line);
    }

    private LinkMlEntry? NamedItem(string subject, LinkMlNode item)
    {
        if ((item as LinkMlMapping)?["name"] is LinkMlScalar name)
            return new LinkMlEntry(name.Text, item, item.Line);
        if (item is LinkMlScalar { IsNull: false } text)
            return new LinkMlEntry(text.Text, LinkMlMapping.Empty(item.Line), item.Line);
        Add(subject, "This item of the list has no name.", item.Line);
        return null;
    }

    internal static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
