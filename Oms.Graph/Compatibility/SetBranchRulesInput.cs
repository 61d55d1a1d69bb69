namespace Oms.Graph.Compatibility;

/// <summary>GraphQL input <c>SetBranchRulesInput</c>.</summary>
internal sealed record SetBranchRulesInput(
    string Branch, IReadOnlyList<CompatibilityRuleInput> Compatibility, IReadOnlyList<Plane> Planes, int? GraceDays, NamingPolicyInput? Naming, string Reason);
