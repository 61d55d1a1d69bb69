using Oms.Domain.Branches;
using Oms.Domain.Ontology;
using Oms.Graph.Branches;
using Oms.Graph.Editing;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>ImpactedBranch</c>.</summary>
internal sealed class ImpactedBranchNode(Branch branch, bool changesIt, IReadOnlyList<Usage> newUses)
{
    public BranchNode Branch => new(branch);

    public bool ChangesIt => changesIt;

    public IReadOnlyList<ReferenceUsageNode> NewUses => [.. newUses.Select(u => new ReferenceUsageNode(u))];
}
