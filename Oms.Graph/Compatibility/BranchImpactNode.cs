namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>BranchImpact</c>.</summary>
internal sealed class BranchImpactNode(IReadOnlyList<ImpactedBranchNode> found, int notLookedAt)
{
    public IReadOnlyList<ImpactedBranchNode> Found => found;

    public int NotLookedAt => notLookedAt;
}
