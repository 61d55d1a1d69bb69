using Oms.Domain.Compatibility.Elements;

namespace Oms.Domain.Proposals;

/// <summary>How many approvals a change needs that breaks something.</summary>
/// <param name="Severity">From this cost on.</param>
/// <param name="Approvals">How many.</param>
public sealed record SeverityApprovals(BreakSeverity Severity, int Approvals);
