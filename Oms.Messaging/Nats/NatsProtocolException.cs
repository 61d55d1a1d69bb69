namespace Oms.Messaging.Nats;

/// <summary>What came over the wire is not the NATS protocol, or is beyond this client's bounds. The connection is given up.</summary>
public sealed class NatsProtocolException(string message) : NatsException(message);
