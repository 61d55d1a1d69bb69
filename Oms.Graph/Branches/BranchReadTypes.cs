using Oms.Domain.Locks;
using Oms.Engine.Configuration;
using Oms.Graph.Locks;
using Oms.Graph.Ontology;

namespace Oms.Graph.Branches;

/// <summary>Binds what can be read of the chapters Branches and Locks of the contract.</summary>
internal static class BranchReadTypes
{
    /// <summary>Adds the types and the root fields.</summary>
    internal static IRequestExecutorBuilder AddBranchReadTypes(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension(typeof(BranchQueries))
        .AddConnection<BranchNode>("Branch")
        .BindRuntimeType<LockNode>("Lock")
        .BindRuntimeType<LockScopeNode>("LockScope")
        .BindRuntimeType<LockProgress>()
        .BindRuntimeType<LockType>();
}
