using Oms.Engine.Configuration;
using Oms.Graph.Authentication;
using Oms.Graph.Compatibility;
using Oms.Graph.Deltas;
using Oms.Graph.Editing;
using Oms.Graph.Events;
using Oms.Graph.Import;
using Oms.Graph.Merging;
using Oms.Graph.Nodes;
using Oms.Graph.Proposals;
using Oms.Graph.Releases;

namespace Oms.Graph.Hosting;

/// <summary>Binds the contract to its resolvers, feature by feature.</summary>
internal static class GraphSetup
{
    /// <summary>The contract, beside the program.</summary>
    internal static string SchemaFile => Path.Combine(AppContext.BaseDirectory, SchemaName);

    private const string SchemaName = "schema.graphql";

    // A page of 1000 object types with all their properties costs about 35,000 and takes some milliseconds of memory reads.
    private const double MaxCost = 100_000;

    /// <summary>Adds the graph. In Development the contract is that of the working directory, where there is one, and its changes are served without a restart.</summary>
    internal static IRequestExecutorBuilder AddGraph(this IServiceCollection services, IHostEnvironment environment) => services
        .AddGraphQLServer()
        .AddDocumentFromFile(environment.IsDevelopment() && File.Exists(SchemaName) ? Path.GetFullPath(SchemaName) : SchemaFile)
        .ModifyOptions(o => o.RequireExplicitAuthorization = true)
        .ModifyCostOptions(o => o.MaxFieldCost = o.MaxTypeCost = MaxCost)
        .UseAutomaticPersistedOperationPipeline()
        .AddInMemoryOperationDocumentStorage()
        .AddInstrumentation()
        .AddErrorFilter<StoreErrorFilter>()
        .AddSocketSessionInterceptor<SocketAuthentication>()
        .AddReadTypes()
        .AddMutationTypes()
        .AddSubscriptionTypes()
        .AddOutboxTypes()
        .AddImportTypes()
        .AddMergeTypes()
        .AddProposalTypes()
        .AddCompatibilityTypes()
        .AddReleaseTypes()
        .AddDeltaTypes();
}
