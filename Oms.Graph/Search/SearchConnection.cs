using Oms.Domain.Ontology;
using Oms.Engine.Paging;
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

    private static readonly ElementKind[] ElementKinds = Enum.GetValues<ElementKind>();
    private static readonly SearchKind[] SearchKinds = Enum.GetValues<SearchKind>();

    public IReadOnlyList<Edge<SearchHit>> Edges => page.Edges;

    public IReadOnlyList<SearchHit> Nodes => page.Nodes;

    public PageInfo PageInfo => page.PageInfo;

    public int TotalCount => total;

    public IReadOnlyList<SearchFacet> Facets => facets;

    /// <summary>Searches a version.</summary>
    internal static SearchConnection Of(Revision revision, string text, IReadOnlyList<SearchKind>? kinds, PageArguments arguments)
    {
        var query = SearchQuery.Read(text);
        var counts = new int[SearchKinds.Length];
        var best = new BestMatches(MaxHits);
        foreach (var kind in ElementKinds)
            foreach (var element in revision.Snapshot.All(kind))
                foreach (var entry in SearchIndex.Of(element))
                    if (Match(query, element, entry) is { } match)
                    {
                        counts[(int)entry.Kind]++;
                        if (kinds is null || kinds.Contains(entry.Kind))
                            best.Add(match);
                    }

        var facets = SearchKinds.Where(k => counts[(int)k] > 0).Select(k => new SearchFacet(k, counts[(int)k])).ToArray();
        var page = new PositionListing<SearchMatch>("search", best.Ordered()).Page(arguments, m => new SearchHit(revision, m));
        return new(page, best.Total, facets);
    }

    private static SearchMatch? Match(SearchQuery query, Element element, SearchEntry entry)
    {
        SearchText? best = null;
        var score = 0.0;
        foreach (var text in entry.Texts)
            if (query.Score(text) is var found && found > score)
                (best, score) = (text, found);
        return best is null ? null : new(element, entry, best, entry.Member is null ? score : score - MemberHandicap);
    }
}
