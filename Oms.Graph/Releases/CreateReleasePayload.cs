using Oms.Domain.Refusals;
using Oms.Graph.Compatibility;

namespace Oms.Graph.Releases;

/// <summary>GraphQL type <c>CreateReleasePayload</c>.</summary>
internal sealed class CreateReleasePayload(ReleaseOutcome outcome)
{
    public ReleaseNode? Release => outcome.Result.IsOk ? new(outcome.Result.Value) : null;

    public string? MinimumVersion => outcome.Plan?.Minimum.Value;

    public CompatibilityNode? Compatibility =>
        outcome is { Plan: { Previous: not null } plan, Before: { } before, Content: { } content } ? new(plan.Verdict, before, content) : null;

    public IReadOnlyList<Refusal>? Errors => outcome.Result.IsOk ? null : outcome.Result.Refusals;
}
