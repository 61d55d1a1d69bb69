using Oms.Domain.Audit;

namespace Oms.Graph.Audit;

/// <summary>GraphQL type <c>AuditIntegrity</c>.</summary>
internal sealed class AuditIntegrityNode(AuditVerdict verdict)
{
    public bool IsIntact => verdict.IsWhole;

    public long LastSequence => verdict.Last.Sequence;

    public string LastHash => verdict.Last.Hash;

    public AuditBreak? Break => verdict.Break;
}
