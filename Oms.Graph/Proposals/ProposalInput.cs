namespace Oms.Graph.Proposals;

/// <summary>GraphQL inputs <c>SubmitProposalInput</c>, <c>ReturnProposalToDraftInput</c>, <c>WithdrawReviewInput</c> and <c>ReopenProposalInput</c>.</summary>
internal sealed record ProposalInput(string Proposal);
