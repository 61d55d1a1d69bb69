using Oms.Domain.Ontology;

namespace Oms.Graph.Search;

/// <summary>An element or member that answers a search, and the text of it that answers best.</summary>
internal readonly record struct SearchMatch(Element Element, SearchEntry Entry, SearchText Text, double Score)
{
    /// <summary>The best first; of equals elements before members, then by name, so that the order is the same each time.</summary>
    internal static readonly Comparer<SearchMatch> BestFirst = Comparer<SearchMatch>.Create(Compare);

    private string Name => Entry.Member?.Name ?? Element.Name;

    private static int Compare(SearchMatch a, SearchMatch b)
    {
        var order = b.Score.CompareTo(a.Score);
        if (order == 0)
            order = a.Entry.Kind.CompareTo(b.Entry.Kind);
        if (order == 0)
            order = string.CompareOrdinal(a.Name, b.Name);
        if (order == 0)
            order = string.CompareOrdinal(a.Element.Name, b.Element.Name);
        return order != 0 ? order : a.Element.Id.CompareTo(b.Element.Id);
    }
}
