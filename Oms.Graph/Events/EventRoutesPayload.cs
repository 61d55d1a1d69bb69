using System.Collections.Immutable;
using Oms.Domain.Events;
using Oms.Domain.Refusals;

namespace Oms.Graph.Events;

/// <summary>What the mutations on routes answer; each binds it under its own name.</summary>
internal abstract class EventRoutesPayload(Result<ImmutableArray<EventRoute>> result)
{
    public IReadOnlyList<EventRoute>? Routes => result.IsOk ? result.Value : null;

    public IReadOnlyList<Refusal>? Errors => result.IsOk ? null : result.Refusals;
}
