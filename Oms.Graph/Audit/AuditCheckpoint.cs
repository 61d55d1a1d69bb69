namespace Oms.Graph.Audit;

/// <summary>GraphQL input <c>AuditCheckpointInput</c>.</summary>
internal sealed record AuditCheckpoint(long Sequence, string Hash);
