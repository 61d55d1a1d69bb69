using System.Runtime.CompilerServices;
using Oms.Domain.Ontology;

namespace Oms.Graph.Search;

/// <summary>
/// What a search looks at, kept with each element for as long as it lives. Versions share the elements that did not change, so after a
/// commit only what it changed is prepared anew.
/// </summary>
internal static class SearchIndex
{
    private static readonly ConditionalWeakTable<Element, SearchEntry[]> Entries = [];

    /// <summary>The entries of an element.</summary>
    internal static SearchEntry[] Of(Element element) => Entries.GetValue(element, SearchEntry.Of);
}
