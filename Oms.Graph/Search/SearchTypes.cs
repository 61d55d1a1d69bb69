using Oms.Engine.Configuration;
using Oms.Engine.Paging;

namespace Oms.Graph.Search;

/// <summary>Binds what a search gives.</summary>
internal static class SearchTypes
{
    /// <summary>Adds the types.</summary>
    internal static IRequestExecutorBuilder AddSearchTypes(this IRequestExecutorBuilder builder) => builder
        .BindRuntimeType<SearchHit>("SearchHit")
        .BindRuntimeType<SearchFacet>("SearchFacet")
        .BindRuntimeType<Edge<SearchHit>>("SearchEdge")
        .BindRuntimeType<SearchConnection>("SearchConnection");
}
