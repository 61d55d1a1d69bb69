using Oms.Domain.Branches;
using Oms.Domain.Locks;
using Oms.Engine.Configuration;
using Oms.Graph.Access;
using Oms.Graph.Branches;
using Oms.Graph.Events;
using Oms.Graph.Indexing;
using Oms.Graph.Locks;

namespace Oms.Graph.Editing;

/// <summary>Binds the chapters Mutations, Refusals and Subscriptions of the contract, and adds what serves them.</summary>
internal static class ChangeTypes
{
    /// <summary>Adds the mutations, their payloads and their refusals.</summary>
    internal static IRequestExecutorBuilder AddMutationTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<Caller>();
        builder.Services.AddSingleton<CommitQueue>();
        builder.Services.AddHostedService<CommitQueueRuns>();
        builder.Services.AddSingleton<CommitCommand>();
        builder.Services.AddSingleton<BranchCommand>();
        return builder
            .AddTypeExtension(typeof(CommitMutations))
            .AddTypeExtension(typeof(BranchMutations))
            .AddTypeExtension(typeof(LockMutations))
            .AddTypeExtension(typeof(QueueQueries))
            .AddTypeExtension(typeof(QueueMutations))
            .BindRuntimeType<WithdrawQueuedCommitPayload>()
            .BindRuntimeType<QueuedCommitNode>("QueuedCommit")
            .BindRuntimeType<QueuedCommitStatus>()
            .BindRuntimeType<WhenFrozen>()
            .BindRuntimeType<CommitPayload>()
            .BindRuntimeType<CreateBranchPayload>()
            .BindRuntimeType<ArchiveBranchPayload>()
            .BindRuntimeType<ProtectBranchPayload>()
            .BindRuntimeType<SetBranchStatePayload>()
            .BindRuntimeType<LockBranchPayload>()
            .BindRuntimeType<ExtendLockPayload>()
            .BindRuntimeType<HeartbeatLockPayload>()
            .BindRuntimeType<UnlockBranchPayload>()
            .BindRuntimeType<ForceUnlockBranchPayload>()
            .BindRuntimeType<OperationResultNode>("OperationResult")
            .BindRuntimeType<LintFindingNode>("LintFinding")
            .AddIndexingTypes()
            .AddRefusalTypes();
    }

    /// <summary>Adds the subscriptions and the feeds behind them.</summary>
    internal static IRequestExecutorBuilder AddSubscriptionTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<FeedOptions>();
        builder.Services.AddSingleton<EventFeed>();
        builder.Services.AddSingleton<AuditFeed>();
        builder.Services.AddHostedService(p => p.GetRequiredService<EventFeed>());
        builder.Services.AddHostedService(p => p.GetRequiredService<AuditFeed>());
        return builder
            .AddTypeExtension(typeof(EventSubscriptions))
            .BindRuntimeType<BranchStateChange>()
            .BindRuntimeType<LockChange>()
            .BindRuntimeType<LockChangeKind>()
            .BindRuntimeType<BranchUpdate>()
            .BindRuntimeType<AuditAppended>()
            .BindRuntimeType<ResyncNeeded>()
            .BindRuntimeType<StateTrigger>();
    }
}
