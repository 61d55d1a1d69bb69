using Microsoft.Extensions.DependencyInjection;

namespace Oms.Benchmarks.Workload;

/// <summary>The common workload on the engine.</summary>
internal static class WorkloadGraph
{
    /// <summary>The folder of the schema, the requests and what they must answer.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Workload", "common");

    /// <summary>Adds the graph with the engine's own limits; the cache of documents is as large as the 500 in rotation ask for.</summary>
    public static IServiceCollection AddWorkload(this IServiceCollection services)
    {
        services.AddSingleton<Catalog>();
        services.AddGraphQLServer()
            .AddDocumentFromFile(Path.Combine(Folder, "schema.graphql"))
            .AddTypeExtension(typeof(Query))
            .AddTypeExtension(typeof(Mutation))
            .AddTypeExtension(typeof(Subscription))
            .BindRuntimeType<ObjectType>()
            .BindRuntimeType<Property>()
            .BindRuntimeType<Link>()
            .BindRuntimeType<Status>()
            .BindRuntimeType<Cardinality>()
            .BindRuntimeType<SetObjectTypeStatusPayload>()
            .ModifyRequestOptions(o => o.OperationDocumentCacheSize = 1024)
            // The load comes from one address, with more sockets than one client may have.
            .ModifyServerOptions(o => o.Sockets.MaxSocketsPerAddress = null)
            .AddInMemorySubscriptions();
        return services;
    }
}
