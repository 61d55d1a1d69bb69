using Oms.Domain.Compatibility.Elements;

namespace Oms.Graph.Compatibility;

/// <summary>GraphQL type <c>MigrationPlan</c>.</summary>
internal sealed class MigrationPlanNode(MigrationPlan plan)
{
    private const int Most = 1_000;

    public bool NeedsDowntime => plan.NeedsDowntime;

    public int StepCount => plan.Steps.Length;

    public IReadOnlyList<MigrationStep> GetSteps(int first) => [.. plan.Steps.Take(Math.Clamp(first, 0, Most))];

    public IReadOnlyList<string> Warnings => plan.Warnings;

    public IReadOnlyList<RenameQuestion> Questions => plan.Questions;
}
