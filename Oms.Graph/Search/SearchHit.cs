using Oms.Domain.Ontology;
using Oms.Graph.Ontology;

namespace Oms.Graph.Search;

/// <summary>GraphQL type <c>SearchHit</c>.</summary>
internal sealed class SearchHit(Revision revision, Element element, SearchEntry entry, SearchText text, double score)
{
    public SearchKind Kind => entry.Kind;

    public ElementNode Element => ElementNode.Of(revision, element);

    public MemberNode? Member => entry.Member is { } member ? MemberNode.Of(revision, element, member) : null;

    public SearchField Field => text.Field;

    public string Text => text.Text;

    public string? Language => text.Language;

    public double Score => score;

    /// <summary>The best first; of equals elements before members, then by name.</summary>
    internal static int Compare(SearchHit a, SearchHit b)
    {
        var order = b.Score.CompareTo(a.Score);
        if (order == 0)
            order = a.Kind.CompareTo(b.Kind);
        if (order == 0)
            order = string.CompareOrdinal(a.SortName, b.SortName);
        return order;
    }

    private string SortName => $"{entry.Member?.Name ?? element.Name}\n{element.Name}\n{element.Id}";
}
