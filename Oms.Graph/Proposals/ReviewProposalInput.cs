namespace Oms.Graph.Proposals;

/// <summary>GraphQL inputs <c>ApproveProposalInput</c> and <c>RequestChangesInput</c>.</summary>
internal sealed record ReviewProposalInput(string Proposal, string Comment, string? ExpectedContent);
