using System.Collections.Immutable;
using Oms.Domain.Proposals;

namespace Oms.Domain.Refusals;

/// <summary>Something stands against merging a proposal.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Obstacles">Everything that does.</param>
public sealed record ProposalNotMergeable(string Proposal, ImmutableArray<MergeObstacle> Obstacles)
    : Refusal("PROPOSAL_NOT_MERGEABLE", $"{Proposal} can not be merged yet: {string.Join(' ', Obstacles.Select(o => o.Message))}");
