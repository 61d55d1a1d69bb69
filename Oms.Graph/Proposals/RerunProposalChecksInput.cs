using Oms.Domain.Proposals;

namespace Oms.Graph.Proposals;

/// <summary>GraphQL input <c>RerunProposalChecksInput</c>.</summary>
internal sealed record RerunProposalChecksInput(string Proposal, IReadOnlyList<CheckKind> Kinds);
