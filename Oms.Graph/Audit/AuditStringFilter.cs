namespace Oms.Graph.Audit;

/// <summary>GraphQL input <c>AuditStringOperationFilterInput</c>.</summary>
internal sealed record AuditStringFilter(string? Eq);
