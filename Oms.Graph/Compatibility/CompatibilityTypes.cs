using Oms.Domain.Compatibility.Elements;
using Oms.Domain.Compatibility.Policies;
using Oms.Domain.Ontology.Naming;
using Oms.Domain.Refusals;
using Oms.Engine.Configuration;
using Oms.Graph.Editing;

namespace Oms.Graph.Compatibility;

/// <summary>Binds the chapter Compatibility of the contract.</summary>
internal static class CompatibilityTypes
{
    private const int Most = 100;

    /// <summary>Adds the root field and its types.</summary>
    internal static IRequestExecutorBuilder AddCompatibilityTypes(this IRequestExecutorBuilder builder) => builder
        .AddRulesTypes()
        .AddTypeExtension(typeof(CompatibilityQueries))
        .BindRuntimeType<CompatibilityNode>("Compatibility")
        .BindRuntimeType<FindingNode>("CompatibilityFinding")
        .BindRuntimeType<MigrationPlanNode>("MigrationPlan")
        .BindRuntimeType<ImpactNode>("Impact")
        .BindRuntimeType<ImpactedElementNode>("ImpactedElement")
        .BindRuntimeType<MemberImpactNode>("MemberImpact")
        .BindRuntimeType<MemberUseNode>("MemberUse")
        .BindRuntimeType<MemberBranchImpactNode>("MemberBranchImpact")
        .BindRuntimeType<MemberImpactedBranchNode>("MemberImpactedBranch")
        .BindRuntimeType<BranchImpactNode>("BranchImpact")
        .BindRuntimeType<ImpactedBranchNode>("ImpactedBranch")
        .BindRuntimeType<MigrationStep>()
        .BindRuntimeType<RenameQuestion>()
        .BindRuntimeType<Plane>("ConsumerPlane");

    private static IRequestExecutorBuilder AddRulesTypes(this IRequestExecutorBuilder builder)
    {
        builder.Services.AddSingleton<BranchRulesReader>();
        builder.Services.AddSingleton<ChangeGate>();
        builder.Services.AddSingleton<RulesCommand>();
        builder.Services.AddSingleton<BranchImpact>();
        return builder
            .AddTypeExtension(typeof(RulesMutations))
            .BindRuntimeType<SetBranchRulesPayload>()
            .BindRuntimeType<AcceptBreakPayload>()
            .BindRuntimeType<RefuseBreakPayload>()
            .BindRuntimeType<BranchRulesNode>("BranchRules")
            .BindRuntimeType<CompatibilityRuleNode>("CompatibilityRule")
            .BindRuntimeType<NamingPolicyNode>("NamingPolicy")
            .BindRuntimeType<KindNaming>()
            .BindRuntimeType<NamingRule>()
            .BindRuntimeType<NamePattern>()
            .BindRuntimeType<AcceptedBreak>()
            .BindRuntimeType<ContractBreakNode>("ContractBreak")
            .AddResolver("CompatibilityBrokenError", "breaks", ([Parent] CompatibilityBroken e) => Breaks(e))
            .AddResolver("CompatibilityBrokenError", "count", ([Parent] CompatibilityBroken e) => e.Breaks.Length)
            .AddResolver("NamingViolatedError", "findings", ([Parent] NamingViolated e) => Names(e));
    }

    private static IReadOnlyList<ContractBreakNode> Breaks(CompatibilityBroken refusal) => [.. refusal.Breaks.Take(Most).Select(b => new ContractBreakNode(b))];

    private static IReadOnlyList<LintFindingNode> Names(NamingViolated refusal) => [.. refusal.Findings.Take(Most).Select(f => new LintFindingNode(f))];
}
