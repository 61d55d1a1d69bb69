using Oms.Domain.Compatibility.Policies;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>BranchRules</c>.</summary>
internal sealed class BranchRulesNode(BranchRules rules)
{
    public IReadOnlyList<CompatibilityRuleNode> Compatibility => [.. rules.Compatibility.Select(r => new CompatibilityRuleNode(r))];

    public IReadOnlyList<Plane> Planes => [.. rules.Planes.Select(p => (Plane)p)];

    public int? GraceDays => rules.GraceDays;

    public NamingPolicyNode? Naming => rules.Naming is { } naming ? new(naming) : null;

    public IReadOnlyList<AcceptedBreak> Accepted => rules.Accepted;
}
