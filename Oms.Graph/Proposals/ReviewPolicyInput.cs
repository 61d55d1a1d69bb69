using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>ReviewPolicyInput</c>.</summary>
internal sealed record ReviewPolicyInput(
    bool RequireProposal, int RequiredApprovals, IReadOnlyList<SeverityApprovalsInput> BySeverity, IReadOnlyList<CodeOwnersInput> Owners,
    bool RequireUpToDate, bool UseQueue, IReadOnlyList<CheckKind> OptionalChecks)
{
    internal ReviewPolicy ToPolicy() => new()
    {
        RequireProposal = RequireProposal,
        RequiredApprovals = RequiredApprovals,
        BySeverity = [.. BySeverity.Select(s => new SeverityApprovals(s.Severity, s.Approvals))],
        Owners = [.. Owners.Select(o => new CodeOwners { Namespace = o.Namespace, Kind = o.Kind, Tag = o.Tag, Owners = [.. o.Owners], Approvals = o.Approvals })],
        RequireUpToDate = RequireUpToDate,
        UseQueue = UseQueue,
        OptionalChecks = [.. OptionalChecks.Distinct()],
    };
}
