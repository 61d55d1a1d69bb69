using System.Collections.Immutable;

namespace Oms.Domain.Import.LinkMl;

/// <summary>Values under keys.</summary>
/// <param name="Entries">The keys with their values in the order of the file, each key once.</param>
/// <param name="Line">Where it starts, from 1.</param>
public sealed record LinkMlMapping(ImmutableArray<LinkMlEntry> Entries, int Line) : LinkMlNode(Line)
{
    /// <summary>A mapping without keys.</summary>
    /// <param name="line">Where it would stand.</param>
    public static LinkMlMapping Empty(int line) => new([], line);

    /// <summary>The value under a key; null where there is none, or where it is null. Looks at each key: a definition has few.</summary>
    public LinkMlNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
                if (entry.Key == key)
                    return entry.Value is LinkMlScalar { IsNull: true } ? null : entry.Value;
            return null;
        }
    }
}
