namespace Oms.Domain.Events;

/// <summary>Which of a route's targets are told (domain.md 5.5).</summary>
public enum RouteStrategy
{
    /// <summary>Each of them.</summary>
    All,

    /// <summary>The first alone.</summary>
    First,

    /// <summary>The first; one that does not take an event after all its attempts hands it on to the next.</summary>
    Failover,
}
