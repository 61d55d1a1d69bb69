namespace Oms.Messaging.Outbox;

/// <summary>A target can not be reached or asked.</summary>
public sealed class DeliveryException(string message, Exception inner) : Exception(message, inner);
