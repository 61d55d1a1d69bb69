using Oms.Domain.Proposals;
using Oms.Engine.Configuration;
using Oms.Graph.Merging;
using Oms.Graph.Ontology;

namespace Oms.Graph.Proposals;

/// <summary>Binds the chapter Proposals of the contract.</summary>
internal static class ProposalTypes
{
    /// <summary>Adds the root fields, the mutations and what serves them.</summary>
    internal static IRequestExecutorBuilder AddProposalTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<BranchNews>();
        builder.Services.AddSingleton<ProposalTable>();
        builder.Services.AddSingleton<ProposalReader>();
        builder.Services.AddSingleton<ProposalCommand>();
        builder.Services.AddHostedService<ProposalWatch>();
        builder.Services.AddHostedService<MergeQueue>();
        builder.Services.AddSingleton<MergeRadar>();
        builder.Services.AddHostedService(p => p.GetRequiredService<MergeRadar>());
        return builder
            .AddTypeExtension(typeof(ProposalQueries))
            .AddTypeExtension(typeof(ProposalMutations))
            .AddTypeExtension(typeof(ProposalSubscriptions))
            .AddConnection<ProposalNode>("Proposal")
            .BindRuntimeType<ProposalPayload>()
            .BindRuntimeType<MergeProposalPayload>()
            .BindRuntimeType<SetReviewPolicyPayload>()
            .BindRuntimeType<ProposalMergeNode>("ProposalMerge")
            .BindRuntimeType<ReviewNode>("Review")
            .BindRuntimeType<MergeabilityNode>("Mergeability")
            .BindRuntimeType<MergeObstacle>()
            .BindRuntimeType<ApprovalRequirement>()
            .BindRuntimeType<CheckResult>("ProposalCheck")
            .BindRuntimeType<ReviewPolicyNode>("ReviewPolicy")
            .BindRuntimeType<SeverityApprovals>()
            .BindRuntimeType<CodeOwners>()
            .AddConnection<PredictedMergeNode>("PredictedMerge")
            .AddConnection<ThreadNode>("ProposalThread")
            .AddConnection<ReviewedChange>("ReviewedChange")
            .AddResolver("ReviewedChange", "entry", ([Parent] ReviewedChange c) => new DiffEntryNode(c.Entry))
            .BindRuntimeType<ProposalComment>()
            .BindRuntimeType<ThreadAnchorNode>("ThreadAnchor")
            .BindRuntimeType<CommentPayload>()
            .BindRuntimeType<EmergencyOverride>()
            .BindRuntimeType<QueuePlaceNode>("QueuePlace")
            .BindRuntimeType<ProposalUpdate>();
    }
}
