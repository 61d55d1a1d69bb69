namespace Oms.Domain.Refusals;

/// <summary>The proposal is not in a merge queue.</summary>
/// <param name="Proposal">The proposal.</param>
public sealed record ProposalNotQueued(string Proposal)
    : Refusal("PROPOSAL_NOT_QUEUED", $"{Proposal} is not in the merge queue; enqueueProposal sends it there.");
