namespace Oms.Graph.Audit;

/// <summary>GraphQL input <c>AuditBooleanOperationFilterInput</c>.</summary>
internal sealed record AuditBooleanFilter(bool? Eq);
