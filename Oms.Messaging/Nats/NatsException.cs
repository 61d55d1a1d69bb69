namespace Oms.Messaging.Nats;

/// <summary>Something went wrong between this process and a NATS server; the message says what and with whom.</summary>
public class NatsException : Exception
{
    /// <summary>Says what went wrong.</summary>
    public NatsException(string message)
        : base(message)
    {
    }

    /// <summary>Says what went wrong, and why.</summary>
    public NatsException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
