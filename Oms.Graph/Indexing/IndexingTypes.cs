using Oms.Domain.Indexing;
using Oms.Engine.Configuration;

namespace Oms.Graph.Indexing;

/// <summary>Binds the chapter Indexing of the contract.</summary>
internal static class IndexingTypes
{
    /// <summary>Adds the mutations, the subscription's items and what can be read.</summary>
    internal static IRequestExecutorBuilder AddIndexingTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<FunnelInbox>();
        builder.Services.AddHostedService<FunnelConsumer>();
        builder.Services.AddSingleton<AutoMergeCommand>();
        builder.Services.AddHostedService<AutoMerges>();
        builder.Services.AddHostedService<AutoMergeSweep>();
        return builder
            .AddTypeExtension(typeof(IndexingMutations))
            .AddTypeExtension(typeof(ShadowMutations))
            .BindRuntimeType<ShadowIndexNode>("ShadowIndex")
            .BindRuntimeType<ShadowPayload>()
            .BindRuntimeType<ShadowState>()
            .BindRuntimeType<ShadowIndexType>()
            .BindRuntimeType<ShadowCheck>()
            .BindRuntimeType<SwitchStrategy>()
            .BindRuntimeType<AutoMergeNode>("AutoMerge")
            .BindRuntimeType<UnmetCondition>()
            .BindRuntimeType<AutoMergeCondition>()
            .BindRuntimeType<SetAutoMergePayload>()
            .BindRuntimeType<StartIndexingPayload>()
            .BindRuntimeType<IndexingPayload>()
            .BindRuntimeType<IndexStateNode>("IndexState")
            .BindRuntimeType<IndexingReport>()
            .BindRuntimeType<IndexingPhase>();
    }
}
