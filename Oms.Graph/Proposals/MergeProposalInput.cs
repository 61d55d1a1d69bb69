using Oms.Domain.Merging;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>MergeProposalInput</c>.</summary>
internal sealed record MergeProposalInput(string Proposal, MergeStrategy Strategy, string? Message, string? ExpectedContent, bool UseOverride);
