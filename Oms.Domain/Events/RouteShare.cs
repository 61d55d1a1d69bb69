namespace Oms.Domain.Events;

/// <summary>What the routes mean for one event and one target.</summary>
/// <param name="IsTold">True when the target is told in its turn.</param>
/// <param name="Next">Who is told when it does not take the event; null for nobody.</param>
public readonly record struct RouteShare(bool IsTold, string? Next)
{
    /// <summary>What holds where no route decides: every target is told.</summary>
    public static readonly RouteShare Everyone = new(true, null);
}
