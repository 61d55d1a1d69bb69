using Oms.Domain.Compatibility;
using Oms.Domain.Compatibility.Elements;
using Oms.Graph.Ontology;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>Compatibility</c>.</summary>
internal sealed class CompatibilityNode(CompatibilityVerdict verdict, Revision before, Revision after)
{
    private const int Most = 1_000;

    public bool IsKept => verdict.IsKept;

    public VersionStep Step => verdict.Step;

    public CompatibilityLevel Level => verdict.Level;

    public int BreakingCount => CountOf(Criticality.Breaking);

    public int DangerousCount => CountOf(Criticality.Dangerous);

    public int NonBreakingCount => CountOf(Criticality.NonBreaking);

    public IReadOnlyList<FindingNode> GetFindings(int first, int skip) =>
        [.. verdict.Findings.OrderByDescending(f => f.Criticality).Skip(Math.Max(0, skip)).Take(Math.Clamp(first, 0, Most)).Select(f => new FindingNode(f))];

    public IReadOnlyList<FindingNode> GetCauses(int first) => [.. verdict.Causes.Take(Math.Clamp(first, 0, Most)).Select(f => new FindingNode(f))];

    public MigrationPlanNode MigrationPlan => new(Domain.Compatibility.Elements.MigrationPlan.For(before.Snapshot, after.Snapshot));

    private int CountOf(Criticality criticality) => verdict.Findings.Count(f => f.Criticality == criticality);
}
