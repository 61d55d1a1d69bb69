namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>MemberBranchImpact</c>.</summary>
internal sealed class MemberBranchImpactNode(IReadOnlyList<MemberImpactedBranchNode> found, int notLookedAt)
{
    public IReadOnlyList<MemberImpactedBranchNode> Found => found;

    public int NotLookedAt => notLookedAt;
}
