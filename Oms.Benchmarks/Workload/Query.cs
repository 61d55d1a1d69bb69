using Oms.Engine.Configuration;

namespace Oms.Benchmarks.Workload;

/// <summary>The queries of the common workload.</summary>
[ExtendObjectType("Query")]
internal static class Query
{
    public static IReadOnlyList<ObjectType> ObjectTypes(Catalog catalog, string branch, int? first) => catalog.First(branch, first);

    public static ObjectType? ObjectType(Catalog catalog, string branch, string id) => catalog.Find(branch, id);
}
