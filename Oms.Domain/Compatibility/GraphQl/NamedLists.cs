using System.Collections.Immutable;

namespace Oms.Domain.Compatibility.GraphQl;

/// <summary>Compares two lists whose items have names, each name once.</summary>
internal static class NamedLists
{
    private const int Few = 8;

    /// <summary>Tells what was removed, then what was added, then what is in both.</summary>
    internal static void Compare<T>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, string> nameOf, Action<T> removed, Action<T> added, Action<T, T> both)
        where T : class
    {
        var old = Lookup(before, nameOf);
        var now = Lookup(after, nameOf);
        foreach (var item in before)
            if (now(nameOf(item)) is null)
                removed(item);
        foreach (var item in after)
            if (old(nameOf(item)) is null)
                added(item);
        foreach (var item in before)
            if (now(nameOf(item)) is { } changed)
                both(item, changed);
    }

    private static Func<string, T?> Lookup<T>(ImmutableArray<T> items, Func<T, string> nameOf)
        where T : class
    {
        if (items.Length > Few)
            return items.ToDictionary(nameOf, StringComparer.Ordinal).GetValueOrDefault;
        return name =>
        {
            foreach (var item in items)
                if (nameOf(item) == name)
                    return item;
            return null;
        };
    }
}
