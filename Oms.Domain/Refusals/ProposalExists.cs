namespace Oms.Domain.Refusals;

/// <summary>There is a proposal already to merge this branch into that one.</summary>
/// <param name="Proposal">That proposal.</param>
/// <param name="Source">The branch that is to be merged.</param>
/// <param name="Target">The branch that it is to be merged into.</param>
public sealed record ProposalExists(string Proposal, string Source, string Target)
    : Refusal("PROPOSAL_EXISTS", $"The proposal {Proposal} is to merge '{Source}' into '{Target}' already. Work on that one, or close it first.");
