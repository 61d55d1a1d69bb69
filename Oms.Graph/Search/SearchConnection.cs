using Oms.Domain.Ontology;
using Oms.Graph.Connections;
using Oms.Graph.Ontology;

namespace Oms.Graph.Search;

/// <summary>GraphQL type <c>SearchConnection</c>.</summary>
internal sealed class SearchConnection(Connection<SearchHit> page, int total, IReadOnlyList<SearchFacet> facets)
{
    /// <summary>The most hits that can be paged through; who needs more needs other words.</summary>
    internal const int MaxHits = 1000;

    // Elements stand before members that answer as well.
    private const double MemberHandicap = 1;

    public IReadOnlyList<Edge<SearchHit>> Edges => page.Edges;

    public IReadOnlyList<SearchHit> Nodes => page.Nodes;

    public PageInfo PageInfo => page.PageInfo;

    public int TotalCount => total;

    public IReadOnlyList<SearchFacet> Facets => facets;

    /// <summary>Searches a version.</summary>
    internal static SearchConnection Of(Revision revision, string text, IReadOnlyList<SearchKind>? kinds, PageArguments arguments)
    {
        var query = SearchQuery.Read(text);
        var hits = new List<SearchHit>();
        foreach (var kind in Enum.GetValues<ElementKind>())
            foreach (var element in revision.Snapshot.All(kind))
                AddHits(hits, revision, element, query);
        var facets = hits.CountBy(h => h.Kind).OrderBy(f => f.Key).Select(f => new SearchFacet(f.Key, f.Value)).ToArray();
        if (kinds is not null)
            hits.RemoveAll(h => !kinds.Contains(h.Kind));
        hits.Sort(SearchHit.Compare);
        var total = hits.Count;
        if (total > MaxHits)
            hits.RemoveRange(MaxHits, total - MaxHits);
        return new(new PositionListing<SearchHit>("search", hits).Page(arguments, h => h), total, facets);
    }

    private static void AddHits(List<SearchHit> hits, Revision revision, Element element, SearchQuery query)
    {
        foreach (var entry in SearchIndex.Of(element))
        {
            SearchText? best = null;
            var score = 0.0;
            foreach (var text in entry.Texts)
                if (query.Score(text) is var found && found > score)
                    (best, score) = (text, found);
            if (best is not null)
                hits.Add(new(revision, element, entry, best, entry.Member is null ? score : score - MemberHandicap));
        }
    }
}
