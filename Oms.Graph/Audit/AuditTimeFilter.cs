namespace Oms.Graph.Audit;

/// <summary>GraphQL input <c>AuditTimeOperationFilterInput</c>.</summary>
internal sealed record AuditTimeFilter(DateTimeOffset? Gte, DateTimeOffset? Lt);
