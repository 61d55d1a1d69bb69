using Oms.Engine.Configuration;

namespace Oms.Graph.Deltas;

/// <summary>Binds the chapter Deltas of the contract.</summary>
internal static class DeltaTypes
{
    /// <summary>Adds the root field and its type.</summary>
    internal static IRequestExecutorBuilder AddDeltaTypes(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension(typeof(DeltaQueries))
        .BindRuntimeType<ChangesNode>("ChangesSince");
}
