using Oms.Domain.Branches;
using Oms.Domain.Compatibility.Elements;
using Oms.Graph.Branches;
using Oms.Graph.Proposals;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>MemberImpactedBranch</c>.</summary>
internal sealed class MemberImpactedBranchNode(Branch branch, bool changesIt, IReadOnlyList<MemberUse> newUsers)
{
    public BranchNode Branch => new(branch);

    public async Task<IReadOnlyList<ProposalNode>> GetProposalsAsync(ProposalTable table, CancellationToken cancellationToken) =>
        [.. (await table.AliveOfAsync(branch.Name, cancellationToken)).Select(p => new ProposalNode(p))];

    public bool ChangesIt => changesIt;

    public IReadOnlyList<MemberUseNode> NewUsers => [.. newUsers.Select(u => new MemberUseNode(u))];
}
