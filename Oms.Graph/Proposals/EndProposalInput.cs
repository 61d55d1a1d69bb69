namespace Oms.Graph.Proposals;

/// <summary>GraphQL inputs <c>CloseProposalInput</c> and <c>RejectProposalInput</c>.</summary>
internal sealed record EndProposalInput(string Proposal, string Reason);
