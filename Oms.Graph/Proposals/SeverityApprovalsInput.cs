using Oms.Domain.Compatibility.Elements;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>SeverityApprovalsInput</c>.</summary>
internal sealed record SeverityApprovalsInput(BreakSeverity Severity, int Approvals);
