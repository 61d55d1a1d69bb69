namespace Oms.Domain.Refusals;

/// <summary>The content of the proposal is another than the one that was looked at.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Expected">The hash of the content that was looked at.</param>
/// <param name="Actual">The hash of the content that it has.</param>
public sealed record ProposalContentMoved(string Proposal, string Expected, string Actual)
    : Refusal(
        "PROPOSAL_CONTENT_MOVED",
        $"The content of {Proposal} is {Actual}, not {Expected} as you expected. Look at what changed since, then review it again.");
