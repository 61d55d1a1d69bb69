using Oms.Domain.Merging;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>EnqueueProposalInput</c>.</summary>
internal sealed record EnqueueProposalInput(string Proposal, MergeStrategy Strategy, string? Message);
