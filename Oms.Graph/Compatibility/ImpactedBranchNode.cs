using Oms.Domain.Branches;
using Oms.Domain.Ontology;
using Oms.Graph.Branches;
using Oms.Graph.Editing;
using Oms.Graph.Proposals;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>ImpactedBranch</c>.</summary>
internal sealed class ImpactedBranchNode(Branch branch, bool changesIt, IReadOnlyList<Usage> newUses)
{
    public BranchNode Branch => new(branch);

    public async Task<IReadOnlyList<ProposalNode>> GetProposalsAsync(ProposalTable table, CancellationToken cancellationToken) =>
        [.. (await table.AliveOfAsync(branch.Name, cancellationToken)).Select(p => new ProposalNode(p))];

    public bool ChangesIt => changesIt;

    public IReadOnlyList<ReferenceUsageNode> NewUses => [.. newUses.Select(u => new ReferenceUsageNode(u))];
}
