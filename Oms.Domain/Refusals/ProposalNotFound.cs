namespace Oms.Domain.Refusals;

/// <summary>There is no proposal of this id.</summary>
/// <param name="Proposal">The id that was given.</param>
public sealed record ProposalNotFound(string Proposal)
    : Refusal("PROPOSAL_NOT_FOUND", $"There is no proposal '{Proposal}'. The field proposals lists those that there are.");
