namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchPolicyChanged"/>.</summary>
/// <param name="RequireProposal">True when the branch changes by proposals only.</param>
/// <param name="RequiredApprovals">Approvals that every proposal needs.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record BranchPolicyChangedData(bool RequireProposal, int RequiredApprovals, string Reason);
