namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>ResolveProposalThreadInput</c>.</summary>
internal sealed record ResolveProposalThreadInput(string Proposal, string Thread, bool IsResolved, string? Text);
