using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Engine.Configuration;
using Oms.Graph.Ontology;

namespace Oms.Graph.Audit;

/// <summary>Binds what can be read of the chapter Audit of the contract.</summary>
internal static class AuditReadTypes
{
    /// <summary>Adds the types and the root fields.</summary>
    internal static IRequestExecutorBuilder AddAuditReadTypes(this IRequestExecutorBuilder builder) => builder
        .AddTypeExtension(typeof(AuditQueries))
        .AddConnection<AuditEntryNode>("AuditEntry")
        .BindRuntimeType<Actor>("AuditActor")
        .BindRuntimeType<AuditIntegrityNode>("AuditIntegrity")
        .BindRuntimeType<AuditBreak>("AuditBreak");
}
