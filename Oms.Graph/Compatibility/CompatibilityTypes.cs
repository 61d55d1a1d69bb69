using Oms.Domain.Compatibility.Elements;
using Oms.Engine.Configuration;

namespace Oms.Graph.Compatibility;

/// <summary>Binds the chapter Compatibility of the contract.</summary>
internal static class CompatibilityTypes
{
    /// <summary>Adds the root field and its types.</summary>
    internal static IRequestExecutorBuilder AddCompatibilityTypes(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension(typeof(CompatibilityQueries))
        .BindRuntimeType<CompatibilityNode>("Compatibility")
        .BindRuntimeType<FindingNode>("CompatibilityFinding")
        .BindRuntimeType<MigrationPlanNode>("MigrationPlan")
        .BindRuntimeType<MigrationStep>()
        .BindRuntimeType<RenameQuestion>()
        .BindRuntimeType<Plane>("ConsumerPlane");
}
