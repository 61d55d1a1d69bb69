namespace Oms.Messaging.Nats;

/// <summary>The connection broke while an answer was waited for: whether the server acted on the request is not known.</summary>
public sealed class NatsConnectionLostException(string message) : NatsException(message);
