namespace Oms.Messaging.Nats;

/// <summary>A subscription's reader was too slow and its bounded buffer ran over: messages were dropped.</summary>
public sealed class NatsSlowConsumerException(string subject, int capacity)
    : NatsException($"The reader of '{subject}' was too slow: more than {capacity} messages waited, and the newer ones were dropped.");
