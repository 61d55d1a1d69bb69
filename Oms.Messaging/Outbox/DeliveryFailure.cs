namespace Oms.Messaging.Outbox;

/// <summary>Why a target did not take an event.</summary>
/// <param name="Reason">What kind of failure it is.</param>
/// <param name="Message">What happened, for operators; without secrets.</param>
/// <param name="RetryAfter">When the target asks to be tried again; null where it does not say.</param>
public sealed record DeliveryFailure(DeliveryFailureReason Reason, string Message, TimeSpan? RetryAfter = null);
