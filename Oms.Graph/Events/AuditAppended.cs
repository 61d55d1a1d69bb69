using Oms.Domain.Audit;
using Oms.Graph.Audit;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>AuditAppended</c>.</summary>
internal sealed class AuditAppended(AuditEntry entry)
{
    public long Sequence => entry.Sequence;

    public AuditEntryNode Entry => new(entry);
}
