using Oms.Engine.Configuration;
using Oms.Graph.Authentication;
using Oms.Graph.Editing;
using Oms.Graph.Import;
using Oms.Graph.Nodes;

namespace Oms.Graph.Hosting;

/// <summary>Binds the contract to its resolvers, feature by feature.</summary>
internal static class GraphSetup
{
    /// <summary>The contract, beside the program.</summary>
    internal static string SchemaFile => Path.Combine(AppContext.BaseDirectory, "schema.graphql");

    /// <summary>Adds the graph.</summary>
    internal static IRequestExecutorBuilder AddGraph(this IServiceCollection services) => services
        .AddGraphQLServer()
        .AddDocumentFromFile(SchemaFile)
        .ModifyOptions(o => o.RequireExplicitAuthorization = true)
        .AddErrorFilter<StoreErrorFilter>()
        .AddSocketSessionInterceptor<SocketAuthentication>()
        .AddReadTypes()
        .AddMutationTypes()
        .AddSubscriptionTypes()
        .AddImportTypes();
}
