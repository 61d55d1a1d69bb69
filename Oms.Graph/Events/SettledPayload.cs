using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>What the mutations on dead letters answer; each binds it under its own name.</summary>
internal abstract class SettledPayload(Result<int> result)
{
    public int? Count => result.IsOk ? result.Value : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
