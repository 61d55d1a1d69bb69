using System.Collections.Immutable;
using Oms.Domain.Ontology;

namespace Oms.Domain.Compatibility.Elements;

/// <summary>The few shapes that rules have.</summary>
internal static class RuleShapes
{
    /// <summary>Something about an element that is in both versions.</summary>
    internal static Func<ElementPair, IEnumerable<Hit>> Between<T>(Func<T, T, ElementPair, string?> message)
        where T : Element => pair => pair.Are<T>(out var before, out var after) && message(before, after, pair) is { } text ? [new Hit(null, text)] : [];

    /// <summary>Something about a member that is in both versions.</summary>
    internal static Func<ElementPair, IEnumerable<Hit>> Within<T>(Func<T, T, ElementPair, string?> message)
        where T : Member => pair => pair.Members()
            .Select(m => m.Before is T before && m.After is T after && message(before, after, pair) is { } text ? new Hit(before.Name, text) : (Hit?)null)
            .OfType<Hit>();

    /// <summary>Each reference that is in the first list and not in the second.</summary>
    internal static Func<ElementPair, IEnumerable<Hit>> Gone<T>(Func<T, ImmutableArray<ElementId>> list, Func<T, string, string> message, bool isAdded = false)
        where T : Element => pair =>
        {
            if (!pair.Are<T>(out var before, out var after))
                return [];
            var (from, to) = isAdded ? (list(after), list(before)) : (list(before), list(after));
            return from.Where(id => !to.Contains(id)).Select(id => new Hit(null, message(after, pair.NameOf(id))));
        };
}
