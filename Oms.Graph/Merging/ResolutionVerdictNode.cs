using Oms.Domain.Compatibility.Elements;
using Oms.Graph.Compatibility;

namespace Oms.Graph.Merging;

/// <summary>GraphQL type <c>ResolutionVerdict</c>.</summary>
internal sealed class ResolutionVerdictNode(CompatibilityVerdict verdict)
{
    private const int Most = 100;

    public bool IsKept => verdict.IsKept;

    public VersionStep Step => verdict.Step;

    public CompatibilityLevel Level => verdict.Level;

    public IReadOnlyList<FindingNode> GetFindings(int first) =>
        [.. verdict.Findings.OrderByDescending(f => f.Criticality).Take(Math.Clamp(first, 0, Most)).Select(f => new FindingNode(f))];
}
