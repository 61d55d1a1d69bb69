using Oms.Domain.Events;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>EventTarget</c>.</summary>
internal sealed class EventTargetNode(RelayState state, long last)
{
    public string Name => state.Target;

    public long Position => state.Position;

    public long Lag => Math.Max(0, last - state.Position);

    public long Delivered => state.Delivered;

    public long Refills => state.Refills;

    public int Failures => state.Failures;

    public string? LastError => state.LastError;

    public DateTimeOffset? LastAttempt => state.LastAttempt;

    public string? Holder => state.Holder;
}
