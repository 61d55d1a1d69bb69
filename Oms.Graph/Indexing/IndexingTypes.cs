using Oms.Engine.Configuration;

namespace Oms.Graph.Indexing;

/// <summary>Binds the chapter Indexing of the contract.</summary>
internal static class IndexingTypes
{
    /// <summary>Adds the mutations, the subscription's items and what can be read.</summary>
    internal static IRequestExecutorBuilder AddIndexingTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<FunnelInbox>();
        return builder
            .AddTypeExtension(typeof(IndexingMutations))
            .BindRuntimeType<StartIndexingPayload>()
            .BindRuntimeType<IndexingPayload>()
            .BindRuntimeType<IndexStateNode>("IndexState")
            .BindRuntimeType<IndexingReport>()
            .BindRuntimeType<IndexingPhase>();
    }
}
