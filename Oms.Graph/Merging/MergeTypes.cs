using Oms.Domain.Compatibility;
using Oms.Domain.Merging;
using Oms.Engine.Configuration;
using Oms.Graph.Ontology;

namespace Oms.Graph.Merging;

/// <summary>Binds the chapter Merging of the contract.</summary>
internal static class MergeTypes
{
    /// <summary>Adds the root fields, the mutations and what serves them.</summary>
    internal static IRequestExecutorBuilder AddMergeTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<Resolutions>();
        builder.Services.AddSingleton<MergeCommand>();
        return builder
            .AddTypeExtension(typeof(MergeQueries))
            .AddTypeExtension(typeof(MergeMutations))
            .AddConnection<DiffEntryNode>("DiffEntry")
            .AddConnection<ConflictNode>("Conflict")
            .BindRuntimeType<MergeReport>()
            .BindRuntimeType<MergeBranchPayload>()
            .BindRuntimeType<RevertCommitPayload>()
            .BindRuntimeType<CherryPickCommitPayload>()
            .BindRuntimeType<ResolveConflictPayload>()
            .BindRuntimeType<ResolutionOptionNode>("ResolutionOption")
            .BindRuntimeType<ResolutionVerdictNode>("ResolutionVerdict")
            .BindRuntimeType<SavedResolutionNode>("SavedResolution")
            .BindRuntimeType<CauseNode>("ConflictCause")
            .BindRuntimeType<SemanticKind>("ConflictSubject")
            .BindRuntimeType<Severity>("ConflictSeverity")
            .BindRuntimeType<Relation>("CompatibilityRelation");
    }
}
