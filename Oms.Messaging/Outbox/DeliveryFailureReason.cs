namespace Oms.Messaging.Outbox;

/// <summary>What a failed delivery means for the event.</summary>
public enum DeliveryFailureReason
{
    /// <summary>The target is away or busy: the event is good, and is tried again.</summary>
    Unavailable,

    /// <summary>The target does not stand where it was thought to: its place must be found anew before the next attempt.</summary>
    Displaced,

    /// <summary>The target refuses this event: after so many attempts it becomes a dead letter and the next ones go on.</summary>
    Rejected,

    /// <summary>The target wants to be told no more: its relay ends, and events wait.</summary>
    Gone,
}
