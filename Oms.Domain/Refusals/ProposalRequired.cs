namespace Oms.Domain.Refusals;

/// <summary>The branch changes by proposals only, for everybody.</summary>
/// <param name="Branch">The branch.</param>
public sealed record ProposalRequired(string Branch)
    : Refusal(
        "PROPOSAL_REQUIRED",
        $"'{Branch}' changes by proposals only. Make a branch from it, commit there, and propose that branch with createProposal(target: \"{Branch}\"); " +
        "in an emergency ask for an override of the proposal.");
