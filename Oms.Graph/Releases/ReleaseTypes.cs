using Oms.Domain.Releases;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Graph.Compatibility;
using Oms.Graph.Ontology;

namespace Oms.Graph.Releases;

/// <summary>Binds the chapter Releases of the contract.</summary>
internal static class ReleaseTypes
{
    /// <summary>Adds the root fields and what serves them.</summary>
    internal static IRequestExecutorBuilder AddReleaseTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<ReleaseLookup>();
        builder.Services.AddSingleton<ReleaseCommand>();
        return builder
            .AddTypeExtension(typeof(ReleaseQueries))
            .AddTypeExtension(typeof(ReleaseMutations))
            .AddTypeExtension(typeof(ReleaseSubscriptions))
            .AddConnection<ReleaseNode>("Release")
            .BindRuntimeType<CreateReleasePayload>()
            .BindRuntimeType<ReleaseAnnouncement>()
            .BindRuntimeType<ChangelogNode>("Changelog")
            .BindRuntimeType<ChangelogSectionNode>("ChangelogSection")
            .BindRuntimeType<ChangelogEntryNode>("ChangelogEntry")
            .BindRuntimeType<ChangelogSectionKind>()
            .AddResolver("ReleaseVersionTooLowError", "causes", ([Parent] ReleaseVersionTooLow e) => Causes(e));
    }

    private static IReadOnlyList<FindingNode> Causes(ReleaseVersionTooLow refusal) => [.. refusal.Causes.Select(c => new FindingNode(c))];
}
