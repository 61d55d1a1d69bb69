using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL type <c>ReviewPolicy</c>.</summary>
internal sealed class ReviewPolicyNode(ReviewPolicy policy)
{
    public bool RequireProposal => policy.RequireProposal;

    public int RequiredApprovals => policy.RequiredApprovals;

    public IReadOnlyList<SeverityApprovals> BySeverity => policy.BySeverity;

    public IReadOnlyList<CodeOwners> Owners => policy.Owners;

    public bool RequireUpToDate => policy.RequireUpToDate;

    public bool UseQueue => policy.UseQueue;

    public IReadOnlyList<CheckKind> OptionalChecks => policy.OptionalChecks;
}
